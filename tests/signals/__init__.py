"""What the signals say."""
