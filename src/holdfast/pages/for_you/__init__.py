"""For you: what was told to one person and waits for them, what became of what they told us, and the children they share."""
