"""How Holdfast is put together on one machine: settings, addresses, the database it finds, and the clock it reads."""
