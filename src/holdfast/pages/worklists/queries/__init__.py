"""What the pages of Today read from the record."""
