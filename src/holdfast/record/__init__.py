"""The ledger in PostgreSQL. Entries go in through one function and are never changed; everything else is read from them."""
