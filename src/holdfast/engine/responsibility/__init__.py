"""Who is told of a clock or a signal: who is on the roster, who holds which role, and who stands in for them."""
