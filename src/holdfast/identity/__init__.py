"""Who is who: finding a child by whatever a caller can say of them, and never taking two people for one because their names
match."""
