"""One person: how to reach them, where they live, what to beware of, and who said so when."""
