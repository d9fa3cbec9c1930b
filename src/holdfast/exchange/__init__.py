"""In and out: a case file comes in whole or not at all, and goes out as the same case."""
