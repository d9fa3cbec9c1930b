"""The sides of a limit that every table tries: just in time, on the day, just too late, and not at all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from holdfast.vocabulary.world import KnownPerson
from tests.specs.kit import CHILD, Example, Expect, Given, person

ABOUT_TO_GROW_UP = "2001-12-02"
"""Born so that the eighteenth birthday is on Monday 2 December 2019."""
GROWING_UP = {CHILD: person(CHILD, "Ash", ABOUT_TO_GROW_UP)}


def sides(
    what: str,
    begun: Sequence[Given],
    done: Callable[[str], Given],
    days: tuple[str, str, str],
    as_at: str,
    due: str,
    raised: str,
    child: str = CHILD,
    people: Mapping[str, KnownPerson] | None = None,
) -> tuple[Example, ...]:
    """``what`` was done on each of ``days``: before the due day, on it, and after it; and never, read ``as_at``."""
    before, on_it, after = days
    rest: dict[str, Any] = {"child": child, "people": people or {}}
    return (
        Example(
            f"{what} shortly before it is due: in time.",
            (*begun, done(before)),
            as_at,
            (Expect(state="met", due=due, raised_on=None),),
            **rest,
        ),
        Example(f"{what} when it is due: in time.", (*begun, done(on_it)), as_at, (Expect(state="met", raised_on=None),), **rest),
        Example(
            f"{what} just after: late, and it shows.",
            (*begun, done(after)),
            as_at,
            (Expect(state="met_late", raised_on=raised),),
            **rest,
        ),
        Example(
            "Nothing done: it shows as soon as it is overdue.",
            tuple(begun),
            as_at,
            (Expect(state="overdue", due=due, raised_on=raised, met_by=None),),
            **rest,
        ),
    )
