"""The pages of recording something, of one entry, and of putting it right."""
