"""What an emergency duty worker needs to know, in sentences made from the record."""
