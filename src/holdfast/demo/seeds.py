"""Where the demonstration's chance and ids come from: one constant, so that the same day always gives the same partnership."""

from random import Random
from uuid import UUID, uuid5

SEED = 1606
"""Changing this makes another Northmere."""

ORIGIN = "The demonstration partnership of Northmere"
"""What the record says where this history came from."""

NORTHMERE = UUID("0c2b7a0e-7a52-5a1c-9a3a-6b3c5d1f4e10")


def chance(*what: object) -> Random:
    """Chance for one thing, whatever was drawn for others before it: a change in one family leaves the others alone."""
    # From names and not from one stream: a story that draws once more would change every family told after it, and tests know
    # some of them.
    return Random("/".join(str(each) for each in (SEED, *what)))  # noqa: S311 — a demonstration, not a secret


def ident(kind: str, *what: object) -> str:
    """The id of a person or an entry: always the same for the same thing."""
    return str(uuid5(NORTHMERE, "/".join(str(each) for each in (SEED, kind, *what))))
