"""Nothing is destroyed while an inquiry, a review, a claim, the police or a court may need it."""

from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given
from tests.specs.retention import destroyed


def held(happened: str, id: str = "ho", **rest: object) -> Given:
    """Somebody may need the record."""
    return given(id, "legal_hold_set", happened, reason_="public inquiry", **rest)


def released(happened: str, hold: str = "ho", **rest: object) -> Given:
    """What it was held for is over."""
    return given("re", "legal_hold_released", happened, hold=hold, **rest)


BROKEN = (Expect(state="overdue", raised_on="2023-03-01"),)
KEPT_FAITH = (Expect(state="met", raised_on=None),)

RET_07 = Spec(
    "RET-07",
    (
        Example("Destroyed with no hold on it.", (destroyed("Wed 2023-03-01"),), "Fri 2023-06-30", KEPT_FAITH),
        Example(
            "Destroyed while held: it shows that day.",
            (held("Mon 2022-01-10"), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            BROKEN,
        ),
        Example(
            "Released first.",
            (held("Mon 2022-01-10"), released("Fri 2023-01-20"), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            KEPT_FAITH,
        ),
        Example(
            "Released afterwards: it was held when it was destroyed.",
            (held("Mon 2022-01-10"), destroyed("Wed 2023-03-01"), released("Fri 2023-03-31")),
            "Fri 2023-06-30",
            BROKEN,
        ),
        Example(
            "One of two holds released: the other still holds.",
            (held("Mon 2022-01-10"), held("Mon 2022-02-07", "ho2"), released("Fri 2023-01-20"), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            BROKEN,
        ),
        Example(
            "A hold about nobody in particular is on every record.",
            (held("Mon 2022-01-10", about=()), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            BROKEN,
        ),
        Example(
            "Until it is released.",
            (held("Mon 2022-01-10", about=()), released("Fri 2023-01-20", about=()), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            KEPT_FAITH,
        ),
        Example(
            "A hold on the brother's record is not on this one.",
            (held("Mon 2022-01-10", about=(SIBLING,)), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            KEPT_FAITH,
        ),
        Example(
            "A hold set afterwards came too late.",
            (destroyed("Wed 2023-03-01"), held("Mon 2023-04-03")),
            "Fri 2023-06-30",
            KEPT_FAITH,
        ),
        Example(
            "A hold nobody had written down yet: it shows from the day it is known.",
            (held("Mon 2022-01-10", recorded="Tue 2023-03-14T09:00"), destroyed("Wed 2023-03-01")),
            "Fri 2023-06-30",
            (Expect(state="overdue", raised_on="2023-03-14"),),
        ),
    ),
)
