"""What is read of the record for a night."""
