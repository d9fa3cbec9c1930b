"""Pages are tested in a real browser."""

from tests.browser import *  # noqa: F403
