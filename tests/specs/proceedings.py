"""How long a child waits for a court to decide: twenty-six weeks, and eight more each time."""

from tests.specs.care import ENDED, around, order
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given


def applied(happened: str, kind: str = "Care order", id: str = "app", **rest: object) -> Given:
    """The council applies to court."""
    return given(id, "court_application_made", happened, kind=kind, **rest)


def final(happened: str, kind: str = "Care order", **rest: object) -> Given:
    """The court decides the case."""
    return order("final", happened, kind, **rest)


def more_time(happened: str, id: str = "more", **rest: object) -> Given:
    """The court gives more time."""
    return given(id, "proceedings_extended", happened, reasons="An expert is awaited.", **rest)


APPLIED = applied("Mon 2019-01-07")
WAITING = Expect(state="overdue", due="2019-07-07", raised_on="2019-07-08")
MET = Expect(state="met", met_by="final")
FINAL = ("Care order", "Supervision order", "Special guardianship order", "SGO", "No order", "Application dismissed")
NOT_FINAL = ("Interim care order", "ICO", "Emergency protection order", "Interim supervision order", "Non-molestation order")

PLO_13 = Spec(
    "PLO-13",
    (
        *around((APPLIED,), final, ("Sat 2019-07-06", "Sun 2019-07-07", "Mon 2019-07-08"), "Wed 2019-07-31"),
        *(Example(f"Decided: {kind}.", (APPLIED, final("Mon 2019-06-03", kind)), "Wed 2019-07-31", (MET,)) for kind in FINAL),
        *(
            Example(f"Not yet decided: {kind}.", (APPLIED, final("Mon 2019-06-03", kind)), "Wed 2019-07-31", (WAITING,))
            for kind in NOT_FINAL
        ),
        *(
            Example(f"Applied for: {kind}.", (applied("Mon 2019-01-07", kind),), "Wed 2019-07-31", (WAITING,))
            for kind in ("Interim care order", "ICO", "Supervision order", "Section 31")
        ),
        *(
            Example(f"Not care proceedings: {kind}.", (applied("Mon 2019-01-07", kind),), "Wed 2019-07-31", ())
            for kind in ("Emergency protection order", "Discharge of care order", "Education supervision order")
        ),
        Example(
            "A second application in the same proceedings starts no second count.",
            (APPLIED, applied("Mon 2019-03-04", "Interim care order", id="a2")),
            "Wed 2019-07-31",
            (WAITING,),
        ),
        Example(
            "More time, given before they were up, has a count of its own.",
            (APPLIED, more_time("Fri 2019-07-05")),
            "Wed 2019-07-31",
            (ENDED,),
        ),
        Example(
            "Given too late, the 26 weeks had gone by.",
            (APPLIED, more_time("Tue 2019-07-09")),
            "Wed 2019-07-31",
            (Expect(state="not_required", raised_on="2019-07-08"),),
        ),
        Example(
            "The brother's case is decided.", (APPLIED, final("Mon 2019-06-03", about=(SIBLING,))), "Wed 2019-07-31", (WAITING,)
        ),
        Example(
            "The brother's case gets more time.",
            (APPLIED, more_time("Mon 2019-06-03", about=(SIBLING,))),
            "Wed 2019-07-31",
            (WAITING,),
        ),
    ),
)

MORE = more_time("Fri 2019-07-05")
LONGER = Expect(state="overdue", trigger="more", due="2019-08-30", raised_on="2019-08-31")

PLO_14 = Spec(
    "PLO-14",
    (
        *around((APPLIED, MORE), final, ("Thu 2019-08-29", "Fri 2019-08-30", "Sat 2019-08-31"), "Mon 2019-09-30"),
        *(
            Example(f"Decided: {kind}.", (APPLIED, MORE, final("Mon 2019-08-05", kind)), "Mon 2019-09-30", (MET,))
            for kind in FINAL
        ),
        *(
            Example(f"Not yet decided: {kind}.", (APPLIED, MORE, final("Mon 2019-08-05", kind)), "Mon 2019-09-30", (LONGER,))
            for kind in NOT_FINAL
        ),
        Example(
            "Each time has eight weeks of its own.",
            (APPLIED, MORE, more_time("Fri 2019-08-30", id="m2")),
            "Mon 2019-09-30",
            (ENDED, Expect(state="running", trigger="m2", due="2019-10-25")),
        ),
        Example(
            "The brother's case gets more time.",
            (APPLIED, MORE, more_time("Fri 2019-08-30", id="m2", about=(SIBLING,))),
            "Mon 2019-09-30",
            (LONGER,),
        ),
        Example(
            "The brother's case is decided.",
            (APPLIED, MORE, final("Mon 2019-08-05", about=(SIBLING,))),
            "Mon 2019-09-30",
            (LONGER,),
        ),
    ),
)

PLO_13_GROWN_UP = at_eighteen("PLO-13", (APPLIED,), "Sun 2019-07-07", "Wed 2019-07-31")
PLO_14_GROWN_UP = at_eighteen("PLO-14", (APPLIED, MORE), "Fri 2019-08-30", "Mon 2019-09-30")
