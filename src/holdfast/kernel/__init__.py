"""Days, spans, moments, unknowns and citations: the words every other package counts with.

Pure Python. Nothing here reads a clock, a file or a database.
"""
