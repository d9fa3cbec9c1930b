"""Bringing the tables up to date: as their owner, and then what the web app may do with them."""

from typing import TextIO

from django.conf import settings
from django.core.management import call_command

from holdfast.record.grants import grant


def bring_up_to_date(*, verbosity: int = 1, out: TextIO | None = None) -> None:
    """Run every migration as the owner and give the web app's role its rights. Safe to run again."""
    call_command("migrate", database="owner", verbosity=verbosity, interactive=False, stdout=out)
    app_role = settings.DATABASES["default"]["USER"]
    if app_role != settings.DATABASES["owner"]["USER"]:
        grant(app_role)
