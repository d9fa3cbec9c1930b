"""What the pages ask, and whether what was answered can be taken."""
