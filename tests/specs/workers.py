"""The people who work with a child: cover when they are away, and handing over."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given


def lead(id: str, happened: str, worker: str = "sam", role: str = "lead_social_worker", **rest: object) -> Given:
    """A worker is given to the child."""
    return given(id, "worker_allocated", happened, **({"worker": worker, "role": role, "by": "kay"} | rest))


def away(happened: str, worker: str = "sam", **rest: object) -> Given:
    """A worker is away: an entry about the worker, and so about nobody's case in particular."""
    return given("away", "absence_started", happened, about=(), worker=worker, **rest)


def back(happened: str, worker: str = "sam", **rest: object) -> Given:
    """The worker is back."""
    return given("back", "absence_ended", happened, about=(), worker=worker, **rest)


def cover(happened: str, for_: str = "sam", about: tuple[str, ...] = (), **rest: object) -> Given:
    """Somebody is named to act for the worker."""
    return given("cover", "cover_named", happened, about=about, for_=for_, cover="lena", **rest)


SAM = lead("al", "Mon 2018-09-03")
SICK = away("Mon 2018-10-08")

WK_01 = Spec(
    "WK-01",
    (
        Example(
            "Cover named on the day: in time.",
            (SAM, SICK, cover("Mon 2018-10-08")),
            "Fri 2018-10-12",
            (Expect(state="met", due="2018-10-09", trigger="away", met_by="cover", raised_on=None),),
        ),
        Example(
            "On the next working day: in time.",
            (SAM, SICK, cover("Tue 2018-10-09")),
            "Fri 2018-10-12",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day later: late.",
            (SAM, SICK, cover("Wed 2018-10-10")),
            "Fri 2018-10-12",
            (Expect(state="met_late", raised_on="2018-10-10"),),
        ),
        Example(
            "Cover named before planned leave begins is in place when it does.",
            (SAM, cover("Fri 2018-10-05"), SICK),
            "Fri 2018-10-12",
            (Expect(state="met", met_by="cover", met_on="2018-10-08", raised_on=None),),
        ),
        Example(
            "Leave that was written down a week ahead counts from its first day.",
            (SAM, away("Mon 2018-10-08", recorded="Mon 2018-10-01T09:00")),
            "Fri 2018-10-12",
            (Expect(state="overdue", starts="2018-10-08", due="2018-10-09", raised_on="2018-10-10"),),
        ),
        Example(
            "Cover that was named for an earlier absence is not.",
            (
                SAM,
                given("away1", "absence_started", "Mon 2018-09-10", about=(), worker="sam"),
                cover("Mon 2018-09-10"),
                back("Mon 2018-09-17"),
                SICK,
            ),
            "Fri 2018-10-12",
            (Expect(state="met", trigger="away1"), Expect(state="overdue", trigger="away", raised_on="2018-10-10")),
        ),
        Example(
            "Cover for somebody else does not count.",
            (SAM, SICK, cover("Mon 2018-10-08", for_="ravi")),
            "Fri 2018-10-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor cover for another child's case alone.",
            (SAM, SICK, cover("Mon 2018-10-08", about=(SIBLING,))),
            "Fri 2018-10-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "Back at work before it was due: no cover is needed any more.",
            (SAM, SICK, back("Tue 2018-10-09")),
            "Fri 2018-10-12",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Somebody else's return does not help.",
            (SAM, SICK, back("Tue 2018-10-09", worker="ravi")),
            "Fri 2018-10-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "A worker who leaves the child's case needs no cover in it.",
            (SAM, SICK, given("left", "worker_ended", "Tue 2018-10-09", worker="sam", reason_="Moved on")),
            "Fri 2018-10-12",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "That the day they were expected back has passed brings nobody back.",
            (SAM, away("Mon 2018-10-08", expected_until="2018-10-09")),
            "Fri 2018-10-12",
            (Expect(state="overdue", raised_on="2018-10-10"),),
        ),
        Example(
            "Another worker's absence is not this child's.", (SAM, away("Mon 2018-10-08", worker="ravi")), "Fri 2018-10-12", ()
        ),
        Example(
            "Nor that of a family support worker beside the lead.",
            (
                SAM,
                lead("al2", "Mon 2018-09-10", worker="fin", role="family_support_worker"),
                away("Mon 2018-10-08", worker="fin"),
            ),
            "Fri 2018-10-12",
            (),
        ),
        Example(
            "Nor that of somebody who had already handed the child on.",
            (SAM, lead("al2", "Mon 2018-10-01", worker="ravi"), SICK),
            "Fri 2018-10-12",
            (),
        ),
        Example(
            "A child given to a worker who is away has no cover from that day.",
            (SICK, lead("al", "Thu 2018-10-11")),
            "Mon 2018-10-15",
            (Expect(state="overdue", starts="2018-10-11", due="2018-10-12", raised_on="2018-10-13"),),
        ),
        Example(
            "An absence written down late shows from the day it was known.",
            (SAM, away("Mon 2018-10-08", recorded="Mon 2018-10-15T09:00")),
            "Tue 2018-10-16",
            (Expect(state="overdue", due="2018-10-09", raised_on="2018-10-15"),),
        ),
        Example(
            "An absence that was never one is taken back, with what it had raised.",
            (
                SAM,
                SICK,
                given("w", "entry_withdrawn", "Fri 2018-10-12T10:00", about=(), withdraws="away", reason="It was another Sam."),
            ),
            "Mon 2018-10-15",
            (Expect(state="not_required", raised_on="2018-10-10", withdrawn_on="2018-10-12"),),
        ),
    ),
)


def handover(happened: str, to: str = "ravi", **rest: object) -> Given:
    """One worker hands the child's case to the next."""
    return given("ho", "handover_completed", happened, from_="sam", to=to, **({"family_told": True} | rest))


RAVI = lead("al2", "Mon 2018-10-08", worker="ravi")

WK_05 = Spec(
    "WK-05",
    (
        Example(
            "Handed over on the fourth working day, and the family told: in time.",
            (SAM, RAVI, handover("Fri 2018-10-12")),
            "Mon 2018-10-22",
            (Expect(state="met", due="2018-10-15", trigger="al2", met_by="ho", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (SAM, RAVI, handover("Mon 2018-10-15")),
            "Mon 2018-10-22",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (SAM, RAVI, handover("Tue 2018-10-16")),
            "Mon 2018-10-22",
            (Expect(state="met_late", raised_on="2018-10-16"),),
        ),
        Example(
            "Handed over the week before the new worker began: done.",
            (SAM, handover("Fri 2018-10-05"), RAVI),
            "Mon 2018-10-22",
            (Expect(state="met", met_by="ho", met_on="2018-10-08", raised_on=None),),
        ),
        Example(
            "A handover of which the family was not told does not count.",
            (SAM, RAVI, handover("Fri 2018-10-12", family_told=False)),
            "Mon 2018-10-22",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor one where nobody said whether they were.",
            (SAM, RAVI, given("ho", "handover_completed", "Fri 2018-10-12", from_="sam", to="ravi")),
            "Mon 2018-10-22",
            (Expect(state="overdue", raised_on="2018-10-16"),),
        ),
        Example(
            "Nor one to somebody else.",
            (SAM, RAVI, handover("Fri 2018-10-12", to="lena")),
            "Mon 2018-10-22",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor that of a brother's case.",
            (SAM, RAVI, handover("Fri 2018-10-12", about=(SIBLING,))),
            "Mon 2018-10-22",
            (Expect(state="overdue"),),
        ),
        Example("A first worker takes over from nobody.", (SAM,), "Mon 2018-10-22", ()),
        Example("The same worker named again is no change.", (SAM, lead("al2", "Mon 2018-10-08")), "Mon 2018-10-22", ()),
        Example(
            "Nor is a family support worker who joins.",
            (SAM, lead("al2", "Mon 2018-10-08", worker="fin", role="family_support_worker")),
            "Mon 2018-10-22",
            (),
        ),
        Example(
            "Three workers in a year are two changes.",
            (SAM, RAVI, handover("Fri 2018-10-12"), lead("al3", "Mon 2018-12-03", worker="lena", about=(CHILD,))),
            "Mon 2018-12-17",
            (Expect(state="met", trigger="al2"), Expect(state="overdue", trigger="al3", due="2018-12-10")),
        ),
    ),
)
