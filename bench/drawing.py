"""A genogram of forty people against one of five, and a hostile file against an ordinary one."""

from collections.abc import Iterator

from tests.genogram.families import large

from bench.replaying import case
from bench.timing import Ratio, side_by_side
from holdfast.genogram.svg import genogram
from holdfast.vocabulary.case_file import CaseRefused, read_case


def ratios() -> Iterator[Ratio]:
    """What grows with a family, and what a file made to hurt costs."""
    many, few = large(12), large(1)
    yield side_by_side(
        f"a genogram of {len(many.members)} people",
        lambda: genogram(many),
        f"one of {len(few.members)}",
        lambda: genogram(few),
        5,
    )
    ordinary = case(100)
    for words, hostile in (("10,000 levels of brackets", "[" * 10_000), ("text that never closes", '{"a":"' + '\\"' * 200_000)):
        yield side_by_side(
            f"refusing {words}",
            lambda hostile=hostile: _refuse(hostile),
            "reading a case of 100 entries",
            lambda: read_case(ordinary),
            5,
        )


def _refuse(text: str) -> None:
    try:
        read_case(text)
    except CaseRefused:
        return
    raise AssertionError("a hostile file was read")
