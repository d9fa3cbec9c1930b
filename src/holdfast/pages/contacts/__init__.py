"""Contacts: reporting a concern about a child, following it, and deciding what happens."""
