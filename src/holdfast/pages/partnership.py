"""The partnership this installation serves: its name, and the numbers on every page. Set by ``PARTNERSHIP`` in the settings."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Partnership:
    """Telephone numbers as people read them. The defaults are the invented partnership's."""

    # Numbers that Ofcom keeps for drama: a demonstration must never ring anybody's telephone.
    name: str = "Northmere Safeguarding Children Partnership"
    front_door: str = "01632 960 010"
    out_of_hours: str = "01632 960 020"
    help_desk: str = "01632 960 030"


def here() -> Partnership:
    """The partnership whose pages these are."""
    return Partnership(**getattr(settings, "PARTNERSHIP", {}))
