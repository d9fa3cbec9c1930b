"""What the pages say, in words, of what was read."""
