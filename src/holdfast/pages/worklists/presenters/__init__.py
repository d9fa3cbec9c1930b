"""What the pages of Today say, worded from what was read."""
