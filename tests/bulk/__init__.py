"""Everybody at once against each one by one and the meaning of record."""
