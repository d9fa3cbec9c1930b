"""The family: who belongs to whom, and brothers and sisters side by side, so that a difference between them shows."""
