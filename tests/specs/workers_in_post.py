"""Whoever is named counts while they are there: not the one who is away, not away or gone themselves, and from the day they go
the clock starts again."""

from typing import Any

from tests.specs.kit import CHILD, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, conference, contact, given

WEDNESDAY = "Wed 2018-10-31"


def allocated(id: str, happened: str, worker: str, role: str = "lead_social_worker", **rest: Any) -> Given:
    """A worker is given the child."""
    return given(id, "worker_allocated", happened, **({"worker": worker, "role": role, "by": "kay"} | rest))


def staff(id: str, type: str, happened: str | tuple[str, str], worker: str, **rest: Any) -> Given:
    """Something about a worker, filed under no child."""
    return given(id, type, happened, **({"about": (), "worker": worker, "by": "kay"} | rest))


def away(id: str, happened: str | tuple[str, str], worker: str = "sam", **rest: Any) -> Given:
    """A worker is away."""
    return staff(id, "absence_started", happened, worker, **rest)


def back(id: str, happened: str, worker: str = "sam") -> Given:
    """A worker is back."""
    return staff(id, "absence_ended", happened, worker)


def cover(id: str, happened: str, by: str, of: str = "sam", **rest: Any) -> Given:
    """Somebody is named to act for a worker."""
    return given(id, "cover_named", happened, **({"about": (), "for_": of, "cover": by, "by": "kay"} | rest))


def leaving(id: str, happened: str, last_day: Any, worker: str = "sam", **rest: Any) -> Given:
    """A worker's last day is set."""
    return given(id, "worker_leaving", happened, worker=worker, last_day=last_day, by="kay", **rest)


def ended(id: str, happened: str, worker: str, **rest: Any) -> Given:
    """A worker's part is over."""
    return given(id, "worker_ended", happened, worker=worker, reason_="Moved on.", by="kay", **rest)


def put_right(id: str, recorded: str, what: str) -> Given:
    """An entry is taken back."""
    return given(id, "entry_withdrawn", recorded, about=(), withdraws=what, reason="Somebody else was meant.")


SAM = allocated("al", "Mon 2018-09-03", "sam")
SICK = away("sick", "Mon 2018-10-08")
LENA = cover("cover", "Mon 2018-10-08", "lena")
LENA_SICK = away("lena-sick", "Mon 2018-10-15", "lena")
OPEN = Expect(state="overdue", trigger="sick", due="2018-10-09", raised_on="2018-10-10")
MET = Expect(state="met", trigger="sick", met_by="cover", raised_on=None)
AGAIN = Expect(state="overdue", trigger="lena-sick", starts="2018-10-15", due="2018-10-16", raised_on="2018-10-17")

WK_01_NAMED = Spec(
    "WK-01",
    (
        Example(
            "A worker named as their own cover is nobody.", (SAM, SICK, cover("c", "Mon 2018-10-08", "sam")), WEDNESDAY, (OPEN,)
        ),
        Example(
            "Nor is somebody who is away too.",
            (SAM, away("a", "Fri 2018-10-05", "lena"), SICK, LENA),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Somebody away too, until they are back.",
            (SAM, away("a", "Fri 2018-10-05", "lena"), SICK, LENA, back("b", "Thu 2018-10-11", "lena")),
            WEDNESDAY,
            (Expect(state="met_late", trigger="sick", met_by="b", met_on="2018-10-11"),),
        ),
        Example(
            "Two who cover for each other, both away, are nobody.",
            (SAM, SICK, LENA, away("a", "Mon 2018-10-08", "lena"), cover("c", "Mon 2018-10-08", "sam", of="lena")),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "A cover who is away and is covered by a third who is there counts.",
            (SAM, SICK, away("a", "Mon 2018-10-08", "lena"), LENA, cover("c", "Tue 2018-10-09", "ravi", of="lena")),
            WEDNESDAY,
            (Expect(state="met", trigger="sick", met_by="c", met_on="2018-10-09"),),
        ),
        Example(
            "Somebody who has left the service covers nobody.",
            (SAM, ended("e", "Fri 2018-10-05", "lena", about=()), SICK, LENA),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Somebody whose part in another child's case alone is over does.",
            (SAM, ended("e", "Fri 2018-10-05", "lena", about=(SIBLING,)), SICK, LENA),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "Nor somebody whose post is left.",
            (SAM, staff("p", "post_left", "Fri 2018-10-05", "lena", post="Social worker"), SICK, LENA),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Who took up another post before is still there.",
            (
                SAM,
                staff("n", "post_taken_up", "Thu 2018-10-04", "lena", post="Senior social worker"),
                staff("p", "post_left", "Fri 2018-10-05", "lena", post="Social worker"),
                SICK,
                LENA,
            ),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "Cover that goes away: the clock starts again from that day.",
            (SAM, SICK, LENA, LENA_SICK),
            WEDNESDAY,
            (MET, AGAIN),
        ),
        Example(
            "Another named by the next working day: in time.",
            (SAM, SICK, LENA, LENA_SICK, cover("c", "Tue 2018-10-16", "ravi")),
            WEDNESDAY,
            (MET, Expect(state="met", trigger="lena-sick", met_by="c", raised_on=None)),
        ),
        Example(
            "On the day after it is late.",
            (SAM, SICK, LENA, LENA_SICK, cover("c", "Wed 2018-10-17", "ravi")),
            WEDNESDAY,
            (MET, Expect(state="met_late", trigger="lena-sick", met_by="c", raised_on="2018-10-17")),
        ),
        Example(
            "The cover is back by then: they cover again.",
            (SAM, SICK, LENA, LENA_SICK, back("b", "Tue 2018-10-16", "lena")),
            WEDNESDAY,
            (MET, Expect(state="met", trigger="lena-sick", met_by="b")),
        ),
        Example(
            "The worker is back before the cover went: nothing starts again.",
            (SAM, SICK, LENA, back("b", "Fri 2018-10-12"), LENA_SICK),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "Another had been named instead before the cover went: nothing starts again.",
            (SAM, SICK, LENA, cover("c", "Fri 2018-10-12", "ravi"), LENA_SICK),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "Cover named before planned leave, and away by then, is not in place.",
            (SAM, cover("cover", "Fri 2018-10-05", "lena"), away("a", "Sun 2018-10-07", "lena"), SICK),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Cover that was perhaps away already is not there for certain.",
            (SAM, away("a", ("Mon 2018-10-01", "Wed 2018-10-31"), "lena", recorded="Fri 2018-10-05T09:00"), SICK, LENA),
            "Fri 2018-10-12",
            (OPEN,),
        ),
        Example(
            "That the cover was away was written down late: it shows from when it was known.",
            (SAM, away("a", "Fri 2018-10-05", "lena", recorded="Mon 2018-10-22T09:00"), SICK, LENA),
            WEDNESDAY,
            (Expect(state="overdue", trigger="sick", raised_on="2018-10-22"),),
        ),
        Example(
            "Cover that was named by mistake and taken back was never there.",
            (SAM, SICK, LENA, put_right("w", "Mon 2018-10-15T10:00", "cover")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="sick", raised_on="2018-10-15"),),
        ),
    ),
)

LAST_DAY = leaving("going", "Mon 2018-10-01", "2018-10-09")
GONE = Expect(state="overdue", trigger="going", starts="2018-10-10", due="2018-10-11", raised_on="2018-10-12")

WK_01_GONE = Spec(
    "WK-01",
    (
        Example("On their last day the worker is there.", (SAM, LAST_DAY), "Tue 2018-10-09", ()),
        Example(
            "The day after, nobody is.",
            (SAM, LAST_DAY),
            "Wed 2018-10-10",
            (Expect(state="running", due="2018-10-11", raised_on=None),),
        ),
        Example("A working day more, and nobody was named.", (SAM, LAST_DAY), "Fri 2018-10-12", (GONE,)),
        Example(
            "Given to somebody else who is there: no cover is needed any more.",
            (SAM, LAST_DAY, allocated("al2", "Thu 2018-10-11", "ravi")),
            WEDNESDAY,
            (Expect(state="not_required", trigger="going", raised_on=None),),
        ),
        Example(
            "Given to somebody who is away, that one has to be covered for.",
            (SAM, LAST_DAY, away("a", "Mon 2018-10-08", "ravi"), allocated("al2", "Thu 2018-10-11", "ravi")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="going"), Expect(state="overdue", trigger="a", starts="2018-10-11")),
        ),
        Example(
            "Given to somebody else before the last day: nothing.",
            (SAM, LAST_DAY, allocated("al2", "Tue 2018-10-09", "ravi")),
            WEDNESDAY,
            (),
        ),
        Example(
            "Covered for from before the last day: met as it starts.",
            (SAM, LAST_DAY, cover("cover", "Fri 2018-10-05", "lena")),
            WEDNESDAY,
            (Expect(state="met", trigger="going", met_by="cover", met_on="2018-10-10"),),
        ),
        Example(
            "A last day that was put off by another counts from the later one.",
            (SAM, LAST_DAY, leaving("later", "Mon 2018-10-08", "2018-10-16")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="later", starts="2018-10-17"),),
        ),
        Example(
            "A worker who was given a child in the last week goes all the same.",
            (LAST_DAY, allocated("al", "Mon 2018-10-08", "sam")),
            "Fri 2018-10-12",
            (GONE,),
        ),
        Example(
            "One who was away already on the last day is not there no less: one clock.",
            (SAM, SICK, LAST_DAY),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Whose leave is over after the last day does not come back with it.",
            (SAM, SICK, LAST_DAY, back("b", "Thu 2018-10-11")),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "The post was left.",
            (SAM, staff("gone", "post_left", "Mon 2018-10-08", "sam", post="Social worker")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="gone", due="2018-10-09"),),
        ),
        Example(
            "The cover's last day passes: the clock starts again.",
            (SAM, SICK, LENA, leaving("going", "Mon 2018-10-01", "2018-10-12", "lena")),
            WEDNESDAY,
            (MET, Expect(state="overdue", trigger="going", starts="2018-10-13", due="2018-10-15")),
        ),
        Example(
            "The part of somebody who led before being over is nothing to the one who leads now.",
            (
                allocated("al0", "Mon 2018-08-06", "ravi"),
                SAM,
                SICK,
                ended("e", "Tue 2018-10-09", "ravi"),
            ),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Given the child again after their part was over, a worker's leave counts again.",
            (SAM, ended("e", "Fri 2018-09-21", "sam"), allocated("al2", "Mon 2018-10-01", "sam"), SICK),
            WEDNESDAY,
            (OPEN,),
        ),
    ),
)

MADE = conference("ic", "Wed 2018-10-03")

NO_PRESENT_WORKER_NAMED = Spec(
    "SIG-NO-PRESENT-WORKER",
    (
        Example(
            "A worker named as their own cover.",
            (SAM, SICK, cover("c", "Mon 2018-10-08", "sam")),
            WEDNESDAY,
            (Expect(state="raised", raised_on="2018-10-10", evidence=("al", "sick")),),
        ),
        Example(
            "The cover was away, until they were back.",
            (SAM, away("a", "Fri 2018-10-05", "lena"), SICK, LENA, back("b", "Thu 2018-10-11", "lena")),
            WEDNESDAY,
            (Expect(state="ended", raised_on="2018-10-10", met_on="2018-10-11", met_by="b"),),
        ),
        Example(
            "The cover went away.",
            (SAM, SICK, LENA, LENA_SICK),
            WEDNESDAY,
            (Expect(state="raised", raised_on="2018-10-17", evidence=("al", "lena-sick")),),
        ),
        Example("The last day passed, a working day ago.", (SAM, LAST_DAY), "Thu 2018-10-11", ()),
        Example(
            "The last day passed, and nobody came.",
            (SAM, LAST_DAY),
            "Fri 2018-10-12",
            (Expect(state="raised", raised_on="2018-10-12", evidence=("al", "going")),),
        ),
        Example(
            "Until somebody else had the child.",
            (SAM, LAST_DAY, allocated("al2", "Mon 2018-10-15", "ravi")),
            WEDNESDAY,
            (Expect(state="ended", raised_on="2018-10-12", met_on="2018-10-15", met_by="al2"),),
        ),
        Example(
            "The part of somebody who led before being over ends nothing.",
            (allocated("al0", "Mon 2018-08-06", "ravi"), SAM, SICK, ended("e", "Thu 2018-10-11", "ravi")),
            WEDNESDAY,
            (Expect(state="raised", raised_on="2018-10-10"),),
        ),
        Example(
            "The lead worker left during the plan, and the next one is away.",
            (
                SAM,
                MADE,
                ended("left", "Mon 2018-10-08", "sam"),
                away("a", "Fri 2018-10-05", "ravi"),
                allocated("n", "Tue 2018-10-09", "ravi"),
            ),
            WEDNESDAY,
            (Expect(raised_on="2018-10-10", evidence=("left",)), Expect(raised_on="2018-10-11", evidence=("a", "n"))),
        ),
        Example(
            "Held by a vacancy, and then by somebody who is away.",
            (
                allocated("none", "Mon 2018-10-08", "desk", "vacancy"),
                away("a", "Fri 2018-10-05", "ravi"),
                allocated("n", "Tue 2018-10-09", "ravi"),
            ),
            WEDNESDAY,
            (Expect(raised_on="2018-10-10", evidence=("none",)), Expect(raised_on="2018-10-11", evidence=("a", "n"))),
        ),
    ),
)


def decided(id: str, happened: str) -> Given:
    """A management decision."""
    return given(id, "management_decision_recorded", happened, decision="Visits go on.", reasons="Still worried.")


OVERSEEN = (SAM, MADE, decided("d1", "Wed 2018-10-24"), decided("d2", "Wed 2018-11-14"))
KAY_AWAY = away("off", "Mon 2018-10-15", "kay")

MANAGER_GAP_NAMED = Spec(
    "SIG-MANAGER-GAP",
    (
        Example(
            "A manager named as her own cover is nobody.",
            (*OVERSEEN, KAY_AWAY, cover("c", "Wed 2018-10-17", "kay", of="kay")),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-10-15", evidence=("al", "ic", "off")),),
        ),
        Example(
            "The second manager goes away too: it begins again.",
            (*OVERSEEN, KAY_AWAY, cover("c", "Wed 2018-10-17", "moss", of="kay"), away("m", "Mon 2018-10-22", "moss")),
            "Fri 2018-11-30",
            (
                Expect(state="ended", raised_on="2018-10-15", met_on="2018-10-17", met_by="c"),
                Expect(state="raised", raised_on="2018-10-22", evidence=("al", "ic", "m")),
            ),
        ),
        Example(
            "And ends when that one is back.",
            (
                *OVERSEEN,
                KAY_AWAY,
                cover("c", "Wed 2018-10-17", "moss", of="kay"),
                away("m", "Mon 2018-10-22", "moss"),
                back("b", "Fri 2018-10-26", "moss"),
            ),
            "Fri 2018-11-30",
            (
                Expect(state="ended", met_by="c"),
                Expect(state="ended", raised_on="2018-10-22", met_on="2018-10-26", met_by="b"),
            ),
        ),
        Example(
            "The manager's last day passed.",
            (*OVERSEEN, leaving("going", "Mon 2018-10-08", "2018-10-15", "kay", about=())),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-10-16", evidence=("al", "ic", "going")),),
        ),
        Example(
            "A last day that was put off is not the manager's.",
            (
                *OVERSEEN,
                leaving("going", "Mon 2018-10-08", "2018-10-15", "kay", about=()),
                leaving("later", "Fri 2018-10-12", "2018-12-21", "kay", about=()),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The post was left, and the one named in her place is away.",
            (
                *OVERSEEN,
                away("m", "Mon 2018-10-08", "moss"),
                staff("gone", "post_left", "Mon 2018-10-15", "kay", post="team manager"),
                cover("c", "Wed 2018-10-17", "moss", of="kay"),
            ),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-10-15", evidence=("al", "ic", "gone")),),
        ),
    ),
)

RANG = contact("c", "Mon 2018-10-08T10:00")
TO_LENA = given("as", "contact_assigned", "Mon 2018-10-08T10:30", contact="c", worker="lena")
LENA_GOES = away("a", "Mon 2018-10-08T12:00", "lena")
HAD = Expect(state="met", trigger="c", met_by="as", raised_on=None)
NOBODYS = Expect(state="overdue", trigger="as", starts="2018-10-08T11:00:00Z", due="2018-10-08T13:00:00Z", raised_on="2018-10-08")


def passed_on(id: str, happened: str, worker: str = "ravi", what: str = "c") -> Given:
    """The contact is given to somebody else."""
    return given(id, "contact_assigned", happened, contact=what, worker=worker)


FD_01_NAMED = Spec(
    "FD-01",
    (
        Example(
            "Given to somebody who is away, it is nobody's.",
            (away("a", "Fri 2018-10-05", "lena"), RANG, TO_LENA),
            "Mon 2018-10-08",
            (Expect(state="overdue", trigger="c", due="2018-10-08T11:00:00Z"),),
        ),
        Example(
            "Given to somebody who is away and whom a colleague covers for, it is theirs.",
            (away("a", "Fri 2018-10-05", "lena"), cover("k", "Fri 2018-10-05", "ravi", of="lena"), RANG, TO_LENA),
            "Mon 2018-10-08",
            (HAD,),
        ),
        Example(
            "Whoever has it goes before anything was decided: the two hours begin anew.",
            (RANG, TO_LENA, LENA_GOES),
            "Mon 2018-10-08",
            (HAD, NOBODYS),
        ),
        Example(
            "Given to another two hours later: in time.",
            (RANG, TO_LENA, LENA_GOES, passed_on("as2", "Mon 2018-10-08T14:00")),
            "Mon 2018-10-08",
            (HAD, Expect(state="met", trigger="as", met_by="as2", raised_on=None)),
        ),
        Example(
            "A minute more: late.",
            (RANG, TO_LENA, LENA_GOES, passed_on("as2", "Mon 2018-10-08T14:01")),
            "Mon 2018-10-08",
            (HAD, Expect(state="met_late", trigger="as", met_by="as2")),
        ),
        Example(
            "Given to another who is away: nobody's still.",
            (RANG, away("r", "Fri 2018-10-05", "ravi"), TO_LENA, LENA_GOES, passed_on("as2", "Mon 2018-10-08T13:00")),
            "Mon 2018-10-08",
            (HAD, NOBODYS),
        ),
        Example(
            "Given to another in the same minute: never nobody's.",
            (RANG, TO_LENA, LENA_GOES, passed_on("as2", "Mon 2018-10-08T12:00")),
            "Mon 2018-10-08",
            (HAD,),
        ),
        Example(
            "Decided by then: nobody has to have it any more.",
            (
                RANG,
                TO_LENA,
                given("d", "contact_decided", "Mon 2018-10-08T11:30", contact="c", decision="assessment", reasons="Bruised."),
                LENA_GOES,
            ),
            "Mon 2018-10-08",
            (HAD,),
        ),
        Example(
            "Decided soon after.",
            (
                RANG,
                TO_LENA,
                LENA_GOES,
                given("d", "contact_decided", "Mon 2018-10-08T13:30", contact="c", decision="assessment", reasons="Bruised."),
            ),
            "Mon 2018-10-08",
            (HAD, Expect(state="met", trigger="as", met_by="d")),
        ),
        Example(
            "Back within the two hours: they have it again.",
            (RANG, TO_LENA, LENA_GOES, back("b", "Mon 2018-10-08T13:30", "lena")),
            "Mon 2018-10-08",
            (HAD, Expect(state="met", trigger="as", met_by="b")),
        ),
        Example(
            "Another's being back does not help.",
            (RANG, TO_LENA, LENA_GOES, away("r", "Fri 2018-10-05", "ravi"), back("b", "Mon 2018-10-08T13:30", "ravi")),
            "Mon 2018-10-08",
            (HAD, NOBODYS),
        ),
        Example(
            "Nor that leave is over which ended after the last day.",
            (
                RANG,
                TO_LENA,
                away("a", "Tue 2018-10-09T09:00", "lena"),
                leaving("going", "Mon 2018-10-01", "2018-10-09", "lena", about=()),
                back("b", "Wed 2018-10-10T09:00", "lena"),
            ),
            "Wed 2018-10-10",
            (HAD, Expect(state="overdue", trigger="as")),
        ),
        Example(
            "Cover named for them within the two hours has it.",
            (RANG, TO_LENA, LENA_GOES, cover("k", "Mon 2018-10-08T13:30", "ravi", of="lena")),
            "Mon 2018-10-08",
            (HAD, Expect(state="met", trigger="as", met_by="k")),
        ),
        Example(
            "Cover named for somebody else has not.",
            (RANG, TO_LENA, LENA_GOES, cover("k", "Mon 2018-10-08T13:30", "ravi")),
            "Mon 2018-10-08",
            (HAD, NOBODYS),
        ),
        Example(
            "Nor has she herself, named as her own cover.",
            (RANG, TO_LENA, LENA_GOES, cover("k", "Mon 2018-10-08T13:30", "lena", of="lena")),
            "Mon 2018-10-08",
            (HAD, NOBODYS),
        ),
    ),
)

ABSENT = away("absent", "Fri 2019-11-22")
WRITTEN = given("m", "message_received", "Fri 2019-11-29T16:50", for_="sam", from_="gran", text="Please ring me.")
ADDRESSED = contact("c", "Fri 2019-11-29T16:50", for_="sam")
SOMEBODY_AWAY = away("r", "Fri 2019-11-22", "ravi")


def passed(worker: str | None, what: str = "m") -> Given:
    """The message is passed to one person, or it is not said to whom."""
    return given("re", "message_rerouted", "Fri 2019-11-29T16:50", by=None, message=what, **({"to": [worker]} if worker else {}))


def taken(worker: str, by: str = "kay", what: str = "c") -> Given:
    """The concern is given to one person."""
    return given("as", "contact_assigned", "Fri 2019-11-29T16:50", by=by, contact=what, worker=worker)


WK_02_NAMED = Spec(
    "WK-02",
    (
        Example(
            "Passed to somebody who is away too: passed to nobody.",
            (ABSENT, SOMEBODY_AWAY, WRITTEN, passed("ravi")),
            "Fri 2019-11-29",
            (Expect(state="overdue"),),
        ),
        Example("Nobody says to whom.", (ABSENT, WRITTEN, passed(None)), "Fri 2019-11-29", (Expect(state="overdue"),)),
        Example(
            "A concern given to somebody who is away too.",
            (ABSENT, SOMEBODY_AWAY, ADDRESSED, taken("ravi")),
            "Fri 2019-11-29",
            (Expect(state="overdue"),),
        ),
        Example(
            "A message to somebody who has left is one to nobody as well.",
            (leaving("going", "Mon 2019-11-18", "2019-11-28", about=()), WRITTEN),
            "Fri 2019-11-29",
            (Expect(state="overdue", trigger="m"),),
        ),
        Example(
            "On the last day it reaches them.",
            (leaving("going", "Mon 2019-11-18", "2019-11-29", about=()), WRITTEN),
            "Fri 2019-11-29",
            (),
        ),
    ),
)

UNOPENED = (Expect(state="raised", raised_on="2019-11-29"),)
OTHER_MESSAGE = given("m2", "message_received", "Fri 2019-11-29T16:40", for_="kay", from_="hv", text="Clinic.")
OTHER_CONTACT = contact("c2", "Fri 2019-11-29T16:40")

MSG_ABSENT_NAMED = Spec(
    "SIG-MSG-ABSENT-WORKER",
    (
        Example("Passed to somebody who is there.", (ABSENT, WRITTEN, passed("ravi")), "Sat 2019-11-30", ()),
        Example("Passed to somebody away too.", (ABSENT, SOMEBODY_AWAY, WRITTEN, passed("ravi")), "Sat 2019-11-30", UNOPENED),
        Example(
            "Another message was passed on.", (ABSENT, OTHER_MESSAGE, WRITTEN, passed("ravi", "m2")), "Sat 2019-11-30", UNOPENED
        ),
        Example("A concern given to somebody who is there.", (ABSENT, ADDRESSED, taken("ravi")), "Sat 2019-11-30", ()),
        Example("To somebody away too.", (ABSENT, SOMEBODY_AWAY, ADDRESSED, taken("ravi")), "Sat 2019-11-30", UNOPENED),
        Example(
            "Another concern was given to somebody.",
            (ABSENT, OTHER_CONTACT, ADDRESSED, taken("ravi", what="c2")),
            "Sat 2019-11-30",
            UNOPENED,
        ),
    ),
)

HARM = contact("c", "Fri 2019-11-29T16:50", immediate_harm=True)

UNREAD_RISK_NAMED = Spec(
    "SIG-MSG-UNREAD-RISK",
    (
        Example("Given by a manager to somebody who is there.", (HARM, taken("ravi")), "Sat 2019-11-30", ()),
        Example("To somebody who is away.", (SOMEBODY_AWAY, HARM, taken("ravi")), "Sat 2019-11-30", UNOPENED),
        Example("Given by business support.", (HARM, taken("ravi", by="desk")), "Sat 2019-11-30", UNOPENED),
        Example(
            "Nobody says by whom.",
            (HARM, given("as", "contact_assigned", "Fri 2019-11-29T16:50", by=None, contact="c", worker="desk")),
            "Sat 2019-11-30",
            (),
        ),
        Example("By a manager to business support.", (HARM, taken("desk")), "Sat 2019-11-30", ()),
        Example("Another contact was given.", (OTHER_CONTACT, HARM, taken("ravi", what="c2")), "Sat 2019-11-30", UNOPENED),
    ),
)

SAID = given("r", "message_received", "Fri 2018-10-12", for_="sam", from_="hv", text="He hits her.", possible_serious_harm=True)

BEFORE_WEEKEND_NAMED = Spec(
    "SIG-BEFORE-WEEKEND",
    (
        Example(
            "Passed on Saturday to somebody who is away.",
            (
                away("a", "Mon 2018-10-08", "ravi"),
                SAID,
                given("re", "message_rerouted", "Sat 2018-10-13", by=None, message="r", to=["ravi"]),
            ),
            WEDNESDAY,
            (Expect(raised_on="2018-10-15"),),
        ),
    ),
)


def trusts(id: str, happened: str, whom: str) -> Given:
    """The child says whom they can talk to."""
    return given(id, "trusted_person_named", happened, child=CHILD, person=whom)


def died(id: str, happened: str, who: str = GRANDMOTHER) -> Given:
    """Somebody of the family died."""
    return given(id, "death_recorded", happened, about=(who,), person=who)


TRUSTED_PERSON_NAMED = Spec(
    "SIG-TRUSTED-PERSON",
    (
        Example(
            "Named in time, and gone by then: nobody.",
            (MADE, ended("e", "Mon 2018-10-08", "dsl", about=()), trusts("t", "Wed 2018-10-10", "dsl")),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-01"),),
        ),
        Example(
            "Named before the plan, and gone by then: nobody.",
            (ended("e", "Mon 2018-06-04", "dsl", about=()), trusts("t", "Wed 2018-06-06", "dsl"), MADE),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-01"),),
        ),
        Example(
            "The relative whom the child trusts dies.",
            (MADE, trusts("t", "Wed 2018-10-10", GRANDMOTHER), died("d", "Mon 2018-12-03")),
            "Mon 2018-12-31",
            (Expect(state="raised", raised_on="2018-12-03", evidence=("d",)),),
        ),
        Example(
            "Named again, though dead: nothing is ended by it.",
            (
                MADE,
                trusts("t", "Wed 2018-10-10", GRANDMOTHER),
                died("d", "Mon 2018-12-03"),
                trusts("u", "Mon 2018-12-10", GRANDMOTHER),
            ),
            "Mon 2018-12-31",
            (Expect(state="raised", raised_on="2018-12-03", evidence=("d",)),),
        ),
        Example(
            "Another relative dies: nothing.",
            (MADE, trusts("t", "Wed 2018-10-10", GRANDMOTHER), died("d", "Mon 2018-12-03", "father")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The professional leaves the post.",
            (
                MADE,
                trusts("t", "Wed 2018-10-10", "dsl"),
                staff("p", "post_left", "Mon 2018-12-03", "dsl", post="Lead"),
            ),
            "Mon 2018-12-31",
            (Expect(state="raised", raised_on="2018-12-03", evidence=("p",)),),
        ),
    ),
)
