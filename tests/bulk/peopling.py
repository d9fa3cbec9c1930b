"""The people of an invented case: born when it is drawn, with whatever relationships were recorded."""

from random import Random

from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, World
from tests.specs.kit import ORGANISATIONS, WORKERS

BORN = ("2012-05-05", "2018-01-10", "2020-02-29", "2004-09-15", "2021-06-20", "2005-02", None, None)


def world_of(draw: Random, entries: tuple[Entry, ...]) -> World:
    """Two children, their parents and a grandmother, and what was recorded about them."""
    born = draw.choice(BORN)
    expected = When.parse("2021-11-01") if born is None and draw.random() < 0.6 else None
    people = [
        KnownPerson("ash", (), When.parse(born) if born else None, "F", None, expected),
        KnownPerson("birch", (), When.parse("2015-03-03"), "M"),
        *(KnownPerson(id, (), When.parse(when), sex) for id, when, sex in (("mother", "1990-01-01", "F"), ("gran", "1960", "F"))),
        KnownPerson("father", (), When.parse("1988-01-01") if draw.random() < 0.7 else None, "M"),
    ]
    links = [
        KnownRelationship("mother", "ash", draw.choice(("mother", "parent")), True),
        KnownRelationship("mother", "birch", "mother", True),
        KnownRelationship("father", "ash", "father", draw.choice((True, None))),
        KnownRelationship("gran", "ash", "maternal_grandmother"),
    ]
    links = links if draw.random() < 0.9 else links[:2]
    return World(ORGANISATIONS, WORKERS, {each.id: each for each in people}, tuple(links), entries)
