"""What For you says."""
