"""The page of one entry: what it says, every version of it, what came of it, and putting it right."""
