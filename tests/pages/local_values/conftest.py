"""The invented family at two in the morning."""

from tests.pages.tonight.conftest import live_wrens, night, wrens

__all__ = ["live_wrens", "night", "wrens"]
