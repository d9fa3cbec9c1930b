"""``python -m holdfast.cli``."""

from holdfast.cli import app

app()
