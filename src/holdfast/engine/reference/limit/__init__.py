"""How each kind of limit becomes clocks for one person: a file for each file of :mod:`holdfast.rules.limit` that has kinds."""
