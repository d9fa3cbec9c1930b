"""A child who comes to be looked after, and how the day before, the day and the day after something is due are told apart."""

from collections.abc import Callable

from tests.specs.kit import CHILD, GRANDMOTHER, MOTHER, Example, Expect, Given, given, on

ENDED = Expect(state="not_required", raised_on=None)


def stay(id: str, happened: str, arrangement: str = "foster", **rest: object) -> Given:
    """A stay begins: with foster carers, with the grandmother where the arrangement is hers, or with a parent."""
    who = {"reg24": GRANDMOTHER, "family": GRANDMOTHER, "parents": MOTHER}.get(arrangement, "Foster carers in Northmere")
    return given(id, "stay_started", happened, with_=[who], arrangement=arrangement, **rest)


def left(happened: str, id: str = "left", **rest: object) -> Given:
    """A stay ends."""
    return given(id, "stay_ended", happened, **rest)


def order(id: str, happened: str, kind: str = "Interim care order", **rest: object) -> Given:
    """A court makes an order."""
    return given(id, "court_order_made", happened, kind=kind, **rest)


def review(id: str, happened: str, **rest: object) -> Given:
    """A looked-after review."""
    return given(id, "looked_after_review_held", happened, **rest)


def home_for_good(happened: str, **rest: object) -> Given:
    """The child stops being looked after."""
    return given("home", "looked_after_ended", happened, reason_="Went home for good.", **rest)


def seen(id: str, happened: str, who: str = CHILD, kind: str = "looked_after", **rest: object) -> Given:
    """A visit that saw the child."""
    return given(id, "visit_made", happened, kind=kind, worker="sam", seen=[who], **rest)


def around(
    before: tuple[Given, ...],
    done: Callable[[str], Given],
    days: tuple[str, str, str],
    as_at: str,
    then: Callable[[str], tuple[Expect, ...]] = lambda done_on: (),
) -> tuple[Example, ...]:
    """The day before it is due, the day itself and the day after. ``then`` are the further lines that doing it starts."""
    early, due, late = days
    met = Expect(state="met", due=on(due), met_by=done(due).id, raised_on=None)
    return (
        Example("The day before it is due: in time.", (*before, done(early)), as_at, (met, *then(early))),
        Example("On the day: in time.", (*before, done(due)), as_at, (met, *then(due))),
        Example(
            "The day after: late.",
            (*before, done(late)),
            as_at,
            (Expect(state="met_late", due=on(due), raised_on=on(late)), *then(late)),
        ),
    )


FOSTERED = stay("s1", "Mon 2018-10-01")
