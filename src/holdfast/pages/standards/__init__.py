"""What Holdfast watches for, in words: the standards and the signals, each with who says so."""
