"""The child: one page that answers what life is like for this child, and what is worrying now."""
