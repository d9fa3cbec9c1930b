"""The pages of Today: the worklist, an alert, a message, an absence and its cover."""
