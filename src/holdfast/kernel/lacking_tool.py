"""Something this machine lacks, and the exact command that brings it."""


class Missing(Exception):
    """A part of the system that is not here. ``command`` is what to type."""

    def __init__(self, what: str, command: str) -> None:
        # Whole in the message as well: where nobody catches it, what to type is the last line that is printed.
        super().__init__(f"{what}\nTo put that right:\n  {command}")
        self.what = what
        self.command = command
