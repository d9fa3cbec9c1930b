"""The partnership on a Friday at ten to five."""

from tests.pages.contacts.conftest import friday, live_place, place

__all__ = ["friday", "live_place", "place"]
