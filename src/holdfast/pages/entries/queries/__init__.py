"""What the pages of entries read from the record."""
