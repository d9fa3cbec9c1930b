"""What the pages read from the record."""
