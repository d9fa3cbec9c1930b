"""A partnership's own values."""
