"""The partnership on a Friday afternoon, for the rota's page."""

from tests.pages.contacts.conftest import friday, live_place, place

__all__ = ["friday", "live_place", "place"]
