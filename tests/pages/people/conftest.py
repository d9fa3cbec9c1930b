"""Two in the morning, and the Wrens."""

from tests.pages.tonight.conftest import live_wrens, night, wrens

__all__ = ["live_wrens", "night", "wrens"]
