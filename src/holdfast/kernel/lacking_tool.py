"""Something this machine lacks, and the exact command that brings it."""

from django.core.exceptions import ImproperlyConfigured


# A kind of wrong setting, so that whoever reads the settings has one thing to catch: a DATABASE_URL that is no address and a
# machine without PostgreSQL are both found while they are read.
class Missing(ImproperlyConfigured):
    """A part of the system that is not here. ``command`` is what to type."""

    def __init__(self, what: str, command: str) -> None:
        # Whole in the message as well: whoever catches it only as a wrong setting still prints what to type.
        super().__init__(f"{what}\nTo put that right:\n  {command}")
        self.what = what
        self.command = command
