"""``holdfast stop``: stop the private database."""

import os

from holdfast.cli.preflight import SETTINGS, say


def stop() -> None:
    """Stop this checkout's private database, if it runs. A database given by DATABASE_URL is left alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.conf import settings

    settings.DATABASE_SERVER.stop()
    say("Stopped.")
