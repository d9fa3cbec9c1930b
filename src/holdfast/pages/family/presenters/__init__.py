"""The family in words and pictures: the diagram, and brothers and sisters side by side."""
