"""A person's own pages: where signing in lands, their account, their drafts, and "I am still here"."""
