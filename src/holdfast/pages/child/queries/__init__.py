"""A child and their family read from the record, as it was known at a moment."""
