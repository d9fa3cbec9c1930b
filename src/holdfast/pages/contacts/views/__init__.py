"""The pages: of whoever reports a concern, of whoever follows it, and of whoever decides about it."""
