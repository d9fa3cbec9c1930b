"""``holdfast stop``: stop the private database."""

from holdfast.cli.preflight import read_settings, say


def stop() -> None:
    """Stop this checkout's private database, if it runs. A database given by DATABASE_URL is left alone."""
    read_settings().DATABASE_SERVER.stop()
    say("Stopped.")
