"""The ledger: entries go in once and whole, are checked before and sealed after, and the database refuses to change them."""
