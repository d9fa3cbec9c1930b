"""What For you reads from the record."""
