"""Reporting a concern about a child, following what became of it, and deciding about one that came in."""
