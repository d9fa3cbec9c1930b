"""A partnership's own values: what has been set, and setting one, with what it would change said first."""
