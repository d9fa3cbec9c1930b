"""What people ask to see, and who is told when information goes astray."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given
from tests.specs.limits import GROWING_UP, sides


def requested(happened: str, id: str = "sar", complex: bool | None = None, **rest: object) -> Given:
    """Somebody asks for what is held about them."""
    known = {} if complex is None else {"complex": complex}
    return given(id, "subject_access_requested", happened, from_="mother", **known, **rest)


def answered(happened: str, to: str = "sar", **rest: object) -> Given:
    """They get it."""
    return given("ans", "subject_access_answered", happened, request=to, **rest)


def extended(happened: str, of: str = "sar", **rest: object) -> Given:
    """They are told that it takes longer."""
    return given("ext", "subject_access_extended", happened, request=of, reasons="Four children's files.", **rest)


OTHER = requested("Tue 2019-09-03", "sar2", about=(SIBLING,))

INF_01 = Spec(
    "INF-01",
    (
        *sides(
            "Answered",
            (requested("Tue 2019-09-03"),),
            answered,
            ("Wed 2019-10-02", "Thu 2019-10-03", "Fri 2019-10-04"),
            "Tue 2019-12-31",
            "2019-10-03",
            "2019-10-04",
        ),
        Example(
            "Asked on 31 January: due on the last day of February.",
            (requested("Thu 2019-01-31"),),
            "Fri 2019-02-22",
            (Expect(state="due_soon", due="2019-02-28"),),
        ),
        Example(
            "In a leap year that is the 29th, though it is a Saturday.",
            (requested("Fri 2020-01-31"),),
            "Mon 2020-03-02",
            (Expect(state="overdue", due="2020-02-29"),),
        ),
        Example(
            "Told on the last day that it takes longer: three months from the request.",
            (requested("Tue 2019-09-03"), extended("Thu 2019-10-03")),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-12-03", raised_on="2019-12-04"),),
        ),
        Example(
            "Told a day later, it no longer helps.",
            (requested("Tue 2019-09-03"), extended("Fri 2019-10-04")),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-10-03"),),
        ),
        Example(
            "More time for another request is none for this one.",
            (requested("Tue 2019-09-03"), OTHER, extended("Mon 2019-09-30", "sar2")),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-10-03"),),
        ),
        Example(
            "The answer to another request is not the answer to this one.",
            (requested("Tue 2019-09-03"), OTHER, answered("Mon 2019-09-30", "sar2")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "An eighteenth birthday does not answer it.",
            (requested("Fri 2019-11-29"),),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-12-29"),),
            people=GROWING_UP,
        ),
    ),
)

COMPLEX = requested("Tue 2019-09-03", complex=True)

INF_02 = Spec(
    "INF-02",
    (
        *sides(
            "Told",
            (COMPLEX,),
            extended,
            ("Wed 2019-10-02", "Thu 2019-10-03", "Fri 2019-10-04"),
            "Tue 2019-12-31",
            "2019-10-03",
            "2019-10-04",
        ),
        Example(
            "Answered within the month: no more time is needed.",
            (COMPLEX, answered("Mon 2019-09-30")),
            "Tue 2019-12-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Another request answered is not this one.",
            (COMPLEX, OTHER, answered("Mon 2019-09-30", "sar2")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "More time for another request is none for this one.",
            (COMPLEX, OTHER, extended("Mon 2019-09-30", "sar2")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example("A plain request needs none.", (requested("Tue 2019-09-03", complex=False),), "Tue 2019-12-31", ()),
        Example("Nor one of which nobody said what it was.", (requested("Tue 2019-09-03"),), "Tue 2019-12-31", ()),
        Example(
            "An eighteenth birthday does not end it.",
            (requested("Fri 2019-11-29", complex=True),),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
            people=GROWING_UP,
        ),
    ),
)


def lost(happened: str, id: str = "br", risk: bool | None = True, **rest: object) -> Given:
    """A breach becomes known."""
    known = {} if risk is None else {"risk": risk}
    return given(id, "data_breach_identified", happened, text="A laptop was stolen.", **known, **rest)


def notified(happened: str, of: str = "br", **rest: object) -> Given:
    """The Commissioner is told."""
    return given("no", "data_breach_notified", happened, breach=of, **rest)


LOST = lost("Fri 2019-11-29T16:00")

INF_03 = Spec(
    "INF-03",
    (
        *sides(
            "Notified",
            (LOST,),
            notified,
            ("Mon 2019-12-02T15:59", "Mon 2019-12-02T16:00", "Mon 2019-12-02T16:01"),
            "Mon 2019-12-16",
            "2019-12-02T16:00:00Z",
            "2019-12-02",
        ),
        Example(
            "An hour more is too much.",
            (LOST, notified("Mon 2019-12-02T16:30")),
            "Mon 2019-12-16",
            (Expect(state="met_late"),),
        ),
        Example("No risk to anybody: no notification.", (lost("Fri 2019-11-29T16:00", risk=False),), "Mon 2019-12-16", ()),
        Example(
            "Whether there is a risk was not said: it runs.",
            (lost("Fri 2019-11-29T16:00", risk=None),),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "Another breach notified is not this one.",
            (LOST, lost("Fri 2019-11-29T16:00", "br2", about=(SIBLING,)), notified("Sat 2019-11-30", "br2")),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "An eighteenth birthday does not end it.",
            (lost("Sat 2019-11-30T16:00"),),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
            people=GROWING_UP,
        ),
        Example(
            "A breach that is about nobody in particular is the partnership's.",
            (lost("Fri 2019-11-29T16:00", about=()), notified("Mon 2019-12-02T09:00", about=())),
            "Mon 2019-12-16",
            (Expect(state="met", about=("partnership",)),),
            child="partnership",
        ),
        Example(
            "And no child's.",
            (lost("Fri 2019-11-29T16:00", about=()),),
            "Mon 2019-12-16",
            (),
            child=CHILD,
        ),
    ),
)
