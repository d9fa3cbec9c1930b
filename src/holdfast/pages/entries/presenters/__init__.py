"""What the pages of entries say, worded from what was read."""
