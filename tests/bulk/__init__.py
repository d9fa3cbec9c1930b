"""The bulk engine against the reference engine."""
