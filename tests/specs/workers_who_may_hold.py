"""Who may hold a child, or cover for who does; from when somebody who may be gone counts as gone; and what brings them back."""

from typing import Any

from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given
from tests.specs.workers_in_post import (
    HAD,
    LAST_DAY,
    LENA,
    MADE,
    OVERSEEN,
    RANG,
    SAM,
    SICK,
    TO_LENA,
    WEDNESDAY,
    allocated,
    away,
    cover,
    ended,
    leaving,
    staff,
)

OPEN = Expect(state="overdue", trigger="sick", due="2018-10-09", raised_on="2018-10-10")
MET = Expect(state="met", trigger="sick", met_by="cover", raised_on=None)
SCHOOL = cover("cover", "Mon 2018-10-08", "dsl")
LATER_PLAN = given("plan", "plan_started", "Mon 2018-10-15", plan="child_protection", category="NEG")


def post(id: str, type: str, happened: Any, worker: str = "sam", name: str = "Social worker") -> Given:
    """A post is taken up or left."""
    return staff(id, type, happened, worker, post=name)


WK_01_HELD = Spec(
    "WK-01",
    (
        Example("On a plan: covered by the school, which is no social worker.", (SAM, MADE, SICK, SCHOOL), WEDNESDAY, (OPEN,)),
        Example("Without one anybody may cover.", (SAM, SICK, SCHOOL), WEDNESDAY, (MET,)),
        Example(
            "On a plan: covered by a family support worker.",
            (SAM, MADE, SICK, cover("cover", "Mon 2018-10-08", "fin")),
            WEDNESDAY,
            (OPEN,),
        ),
        Example("On a plan: covered by a social worker.", (SAM, MADE, SICK, LENA), WEDNESDAY, (MET,)),
        Example(
            "On a plan: covered by the manager.", (SAM, MADE, SICK, cover("cover", "Mon 2018-10-08", "kay")), WEDNESDAY, (MET,)
        ),
        Example(
            "Looked after: covered by the school.",
            (
                SAM,
                given("stay", "stay_started", "Wed 2018-10-03", with_=["gran"], arrangement="section20"),
                SICK,
                SCHOOL,
            ),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "In pre-proceedings: covered by the school.",
            (SAM, given("pp", "preproceedings_started", "Wed 2018-10-03"), SICK, SCHOOL),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "A plan begins while the school covers: it is asked for from that day.",
            (SAM, SICK, SCHOOL, LATER_PLAN),
            WEDNESDAY,
            (MET, Expect(state="overdue", trigger="plan", starts="2018-10-15", due="2018-10-16", raised_on="2018-10-17")),
        ),
        Example(
            "A plan begins while a social worker covers: nothing starts again.", (SAM, SICK, LENA, LATER_PLAN), WEDNESDAY, (MET,)
        ),
        Example(
            "On a plan, given to the school: somebody who may hold the child is wanted still.",
            (SAM, MADE, LAST_DAY, allocated("al2", "Thu 2018-10-11", "dsl")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="going", due="2018-10-11"),),
        ),
        Example(
            "Without a plan, given to the school.",
            (SAM, LAST_DAY, allocated("al2", "Thu 2018-10-11", "dsl")),
            WEDNESDAY,
            (Expect(state="not_required", trigger="going", raised_on=None),),
        ),
        Example(
            "On a plan, given to a social worker.",
            (SAM, MADE, LAST_DAY, allocated("al2", "Thu 2018-10-11", "lena")),
            WEDNESDAY,
            (Expect(state="not_required", trigger="going", raised_on=None),),
        ),
    ),
)

WK_01_PERHAPS = Spec(
    "WK-01",
    (
        Example(
            "A last day some day in the month: a range counts from its last day.",
            (SAM, leaving("going", "Mon 2018-10-01", "2018-10")),
            "Thu 2018-11-08",
            (Expect(state="overdue", starts="2018-11-01", due="2018-11-02", raised_on="2018-11-03", approximate=True),),
        ),
        Example("The day before.", (SAM, leaving("going", "Mon 2018-10-01", "2018-10")), "Wed 2018-10-31", ()),
        Example(
            "A last day that is one of two.",
            (SAM, leaving("going", "Mon 2018-10-01", {"from": "2018-10-08", "to": "2018-10-09"})),
            WEDNESDAY,
            (Expect(state="overdue", starts="2018-10-10", due="2018-10-11", raised_on="2018-10-12", approximate=True),),
        ),
        Example(
            "A last day some time in the year: from the day after it.",
            (SAM, leaving("going", "Mon 2018-10-01", "2018")),
            "Tue 2019-01-08",
            (Expect(state="overdue", starts="2019-01-01", due="2019-01-02", approximate=True),),
        ),
        Example(
            "A last day that had passed when it was said.",
            (SAM, leaving("going", "Fri 2018-10-12", "2018-10-09")),
            WEDNESDAY,
            (Expect(state="overdue", starts="2018-10-12", due="2018-10-15", raised_on="2018-10-16", approximate=False),),
        ),
        Example(
            "The post was left on one of two days.",
            (SAM, post("gone", "post_left", ("Mon 2018-10-08", "Tue 2018-10-09"))),
            WEDNESDAY,
            (Expect(state="overdue", trigger="gone", starts="2018-10-09", due="2018-10-10", approximate=True),),
        ),
        Example(
            "Away from one of two days.",
            (SAM, away("sick", ("Mon 2018-10-08", "Tue 2018-10-09"))),
            WEDNESDAY,
            (Expect(state="overdue", trigger="sick", starts="2018-10-09", due="2018-10-10", approximate=True),),
        ),
        Example(
            "Given a child while perhaps gone already: from when they certainly are.",
            (leaving("going", "Mon 2018-10-01", "2018-10"), allocated("al", "Mon 2018-10-08", "sam")),
            "Thu 2018-11-08",
            (Expect(state="overdue", starts="2018-11-01", due="2018-11-02", approximate=True),),
        ),
        Example(
            "Perhaps gone, and covered for: met as it starts.",
            (SAM, leaving("going", "Mon 2018-10-01", "2018-10"), cover("cover", "Mon 2018-10-01", "lena")),
            "Thu 2018-11-08",
            (Expect(state="met", met_by="cover", met_on="2018-11-01", approximate=True),),
        ),
    ),
)

LEFT, TAKEN_UP = post("gone", "post_left", "Mon 2018-10-08"), post("up", "post_taken_up", "Tue 2018-10-09")
EARLIER = post("left", "post_left", "Mon 2018-09-10"), cover("old", "Mon 2018-09-10", "lena")
OLD = Expect(state="met", trigger="left", met_by="old")

WK_01_BACK = Spec(
    "WK-01",
    (
        Example(
            "A post taken up again: no cover is needed any more.",
            (SAM, LEFT, TAKEN_UP),
            WEDNESDAY,
            (Expect(state="not_required", trigger="gone", raised_on=None),),
        ),
        Example(
            "Another's post taken up: it is.",
            (SAM, LEFT, post("up", "post_taken_up", "Tue 2018-10-09", "ravi")),
            WEDNESDAY,
            (Expect(state="overdue", trigger="gone"),),
        ),
        Example(
            "A last day put off after it had passed.",
            (SAM, LAST_DAY, leaving("later", "Thu 2018-10-11", "2018-12-21")),
            WEDNESDAY,
            (Expect(state="not_required", trigger="going", raised_on=None),),
        ),
        Example(
            "Part ended and given again on one day: away from then on is away.",
            (
                SAM,
                ended("e", "Mon 2018-10-01T10:00", "sam"),
                allocated("al2", "Mon 2018-10-01T14:00", "sam"),
                SICK,
            ),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "The same with no times: the one that was written later was later.",
            (
                SAM,
                ended("e", "Mon 2018-10-01", "sam", recorded="Mon 2018-10-01T10:00"),
                allocated("al2", "Mon 2018-10-01", "sam", recorded="Mon 2018-10-01T14:00"),
                SICK,
            ),
            WEDNESDAY,
            (OPEN,),
        ),
        Example(
            "Given again and ended on one day: they lead no more.",
            (
                SAM,
                allocated("al2", "Mon 2018-10-01", "sam", recorded="Mon 2018-10-01T10:00"),
                ended("e", "Mon 2018-10-01", "sam", recorded="Mon 2018-10-01T14:00"),
                SICK,
            ),
            WEDNESDAY,
            (),
        ),
        Example(
            "Cover named for an earlier going is over with a post taken up.",
            (SAM, *EARLIER, post("up", "post_taken_up", "Thu 2018-09-20"), SICK),
            WEDNESDAY,
            (OLD, OPEN),
        ),
        Example(
            "Taken up on the day it was left, too.",
            (
                SAM,
                staff("left", "post_left", "Mon 2018-09-10", "sam", post="Social worker", recorded="Mon 2018-09-10T08:30"),
                cover("old", "Mon 2018-09-10T09:00", "lena"),
                staff("up", "post_taken_up", "Mon 2018-09-10T12:00", "sam", post="Social worker"),
                SICK,
            ),
            WEDNESDAY,
            (OLD, OPEN),
        ),
        Example(
            "And with a child given to them.",
            (
                SAM,
                *EARLIER,
                allocated("al2", "Thu 2018-09-20", "sam", about=(SIBLING,)),
                SICK,
            ),
            WEDNESDAY,
            (OLD, OPEN),
        ),
        Example(
            "And with a last day that was put off.",
            (
                SAM,
                leaving("left", "Mon 2018-09-03", "2018-09-09"),
                cover("old", "Mon 2018-09-10", "lena"),
                leaving("later", "Thu 2018-09-20", "2018-12-21"),
                SICK,
            ),
            WEDNESDAY,
            (OLD, OPEN),
        ),
        Example(
            "Being given another child while away ends no cover.",
            (SAM, SICK, LENA, allocated("al2", "Fri 2018-10-12", "sam", about=(SIBLING,))),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "Nor being given one before the leave that it was named for.",
            (SAM, cover("cover", "Mon 2018-10-01", "lena"), allocated("al2", "Wed 2018-10-03", "sam", about=(SIBLING,)), SICK),
            WEDNESDAY,
            (MET,),
        ),
        Example(
            "The lead left the last post they took up, and an older one is no post any more.",
            (
                post("first", "post_taken_up", "Mon 2016-01-04", name="Social worker"),
                post("second", "post_taken_up", "Mon 2018-01-08", name="Senior social worker"),
                SAM,
                post("gone", "post_left", "Mon 2018-10-08", name="Senior Social Worker (North)"),
            ),
            WEDNESDAY,
            (Expect(state="overdue", trigger="gone", due="2018-10-09"),),
        ),
        Example(
            "The lead left the post before the last: they were promoted.",
            (
                post("first", "post_taken_up", "Mon 2016-01-04", name="Social worker"),
                post("second", "post_taken_up", "Mon 2018-01-08", name="Senior social worker"),
                SAM,
                post("gone", "post_left", "Mon 2018-10-08", name="Social worker"),
            ),
            WEDNESDAY,
            (),
        ),
    ),
)

HANDED = ended("left", "Mon 2018-10-08", "sam")
NONE = allocated("none", "Mon 2018-10-08", "desk", "vacancy")
IN_NEED = given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need")
RAISED = Expect(state="raised", raised_on="2018-10-10")

NO_PRESENT_WORKER_HELD = Spec(
    "SIG-NO-PRESENT-WORKER",
    (
        Example("On a plan, covered by the school.", (SAM, MADE, SICK, SCHOOL), WEDNESDAY, (RAISED,)),
        Example("Without one.", (SAM, SICK, SCHOOL), WEDNESDAY, ()),
        Example(
            "A plan begins while the school covers.",
            (SAM, SICK, SCHOOL, LATER_PLAN),
            WEDNESDAY,
            (Expect(state="raised", raised_on="2018-10-17", evidence=("al", "plan")),),
        ),
        Example(
            "A last day some day in the month.",
            (SAM, leaving("going", "Mon 2018-10-01", "2018-10")),
            "Thu 2018-11-08",
            (Expect(state="raised", raised_on="2018-11-03", approximate=True),),
        ),
        Example(
            "A post taken up again.",
            (SAM, LEFT, post("up", "post_taken_up", "Thu 2018-10-11")),
            WEDNESDAY,
            (Expect(state="ended", raised_on="2018-10-10", met_on="2018-10-11", met_by="up"),),
        ),
        Example(
            "A last day put off after it had passed.",
            (SAM, LAST_DAY, leaving("later", "Mon 2018-10-15", "2018-12-21")),
            WEDNESDAY,
            (Expect(state="ended", raised_on="2018-10-12", met_on="2018-10-15", met_by="later"),),
        ),
        Example(
            "On a plan, given to the school after the last day.",
            (SAM, MADE, LAST_DAY, allocated("al2", "Thu 2018-10-11", "dsl")),
            WEDNESDAY,
            (Expect(state="raised", raised_on="2018-10-12"),),
        ),
        Example(
            "Without a plan, given to the school after the last day.",
            (SAM, LAST_DAY, allocated("al2", "Thu 2018-10-11", "dsl")),
            WEDNESDAY,
            (),
        ),
        Example(
            "On a plan, given to a social worker after the last day.",
            (SAM, MADE, LAST_DAY, allocated("al2", "Thu 2018-10-11", "lena")),
            WEDNESDAY,
            (),
        ),
        Example(
            "The lead left, and the child was given to a social worker in another part.",
            (SAM, MADE, HANDED, allocated("n", "Tue 2018-10-09", "lena", "contact supervisor")),
            WEDNESDAY,
            (RAISED,),
        ),
        Example(
            "The lead left, and the child was given to the school.",
            (SAM, MADE, HANDED, allocated("n", "Tue 2018-10-09", "dsl")),
            WEDNESDAY,
            (RAISED,),
        ),
        Example(
            "The lead left some day in the month: from the first day.",
            (
                SAM,
                MADE,
                given("left", "worker_ended", ("Mon 2018-10-01", "Wed 2018-10-31"), worker="sam", reason_="Moved on.", by="kay"),
            ),
            WEDNESDAY,
            (Expect(state="raised", approximate=True, raised_on="2018-10-31"),),
        ),
        Example(
            "On a child in need plan a family support worker may lead.",
            (SAM, IN_NEED, HANDED, allocated("n", "Tue 2018-10-09", "fin", "lead practitioner")),
            WEDNESDAY,
            (),
        ),
        Example(
            "On a plan, after a vacancy: given to the school.",
            (MADE, NONE, allocated("n", "Tue 2018-10-09", "dsl")),
            WEDNESDAY,
            (RAISED,),
        ),
        Example(
            "Without a plan, after a vacancy: given to the school.",
            (NONE, allocated("n", "Tue 2018-10-09", "dsl")),
            WEDNESDAY,
            (),
        ),
        Example(
            "On a plan, after a vacancy: given to a social worker.",
            (MADE, NONE, allocated("n", "Tue 2018-10-09", "lena")),
            WEDNESDAY,
            (),
        ),
    ),
)

NEW_IN_POST = staff("new", "post_taken_up", "Mon 2018-10-08", "kay", post="Team manager")
MANY = staff("n", "oversight_counted", "Mon 2018-10-08", "kay", children=61)
KAYS_LAST_DAY = leaving("going", "Mon 2018-10-01", "2018-10-15", "kay", about=())
PUT_OFF = leaving("later", "Fri 2018-10-12", "2018-12-21", "kay", about=())
KAY_GONE = ended("gone", "Mon 2018-10-15", "kay", about=())
FRIDAY = "Fri 2018-11-30"

MANAGER_GAP_HELD = Spec(
    "SIG-MANAGER-GAP",
    (
        Example(
            "The manager's part in everything is over, and nobody covers.",
            (*OVERSEEN, KAY_GONE),
            FRIDAY,
            (Expect(state="raised", raised_on="2018-10-15", evidence=("al", "ic", "gone")),),
        ),
        Example(
            "Her part in one child's case alone.",
            (*OVERSEEN, ended("gone", "Mon 2018-10-15", "kay", about=(SIBLING,))),
            FRIDAY,
            (),
        ),
        Example(
            "Promoted: the post below the last one she took up was left.",
            (
                staff("first", "post_taken_up", "Mon 2016-01-04", "kay", post="Social worker"),
                staff("second", "post_taken_up", "Mon 2017-01-09", "kay", post="Team manager"),
                *OVERSEEN,
                staff("gone", "post_left", "Mon 2018-10-15", "kay", post="social worker"),
            ),
            FRIDAY,
            (),
        ),
        Example(
            "The post was left by another name than it was taken up by.",
            (
                staff("first", "post_taken_up", "Mon 2016-01-04", "kay", post="Social worker"),
                staff("second", "post_taken_up", "Mon 2017-01-09", "kay", post="Team Manager, North"),
                *OVERSEEN,
                staff("gone", "post_left", "Mon 2018-10-15", "kay", post="team manager"),
            ),
            FRIDAY,
            (Expect(state="raised", raised_on="2018-10-15", evidence=("al", "ic", "gone")),),
        ),
        Example(
            "Her last day was put off after it had passed.",
            (*OVERSEEN, KAYS_LAST_DAY, leaving("later", "Thu 2018-10-18", "2018-12-21", "kay", about=())),
            FRIDAY,
            (Expect(state="ended", raised_on="2018-10-16", met_on="2018-10-18", met_by="later"),),
        ),
        Example(
            "New in post, until her last day is over.",
            (*OVERSEEN, NEW_IN_POST, KAYS_LAST_DAY),
            FRIDAY,
            (
                Expect(state="ended", raised_on="2018-10-08", met_on="2018-10-16", met_by="going"),
                Expect(state="raised", raised_on="2018-10-16", evidence=("al", "going", "ic")),
            ),
        ),
        Example(
            "New in post, and the last day put off.",
            (*OVERSEEN, NEW_IN_POST, KAYS_LAST_DAY, PUT_OFF),
            FRIDAY,
            (Expect(state="raised", raised_on="2018-10-08"),),
        ),
        Example(
            "New in post, until her part is over.",
            (*OVERSEEN, NEW_IN_POST, KAY_GONE),
            FRIDAY,
            (
                Expect(state="ended", raised_on="2018-10-08", met_on="2018-10-15", met_by="gone"),
                Expect(state="raised", raised_on="2018-10-15"),
            ),
        ),
        Example(
            "Too many children, until her last day is over.",
            (*OVERSEEN, MANY, KAYS_LAST_DAY),
            FRIDAY,
            (
                Expect(state="ended", raised_on="2018-10-08", met_on="2018-10-16", met_by="going"),
                Expect(state="raised", raised_on="2018-10-16"),
            ),
        ),
        Example(
            "Too many children, until her part is over.",
            (*OVERSEEN, MANY, KAY_GONE),
            FRIDAY,
            (
                Expect(state="ended", raised_on="2018-10-08", met_on="2018-10-15", met_by="gone"),
                Expect(state="raised", raised_on="2018-10-15"),
            ),
        ),
    ),
)

GONE = "Undecided contact: whoever had it was gone or away"

FD_01_GONE = Spec(
    "FD-01",
    (
        Example(
            "Whoever has it is there until the last instant of their last day.",
            (RANG, TO_LENA, leaving("going", "Mon 2018-10-01", "2018-10-11", "lena", about=())),
            "Thu 2018-10-11",
            (HAD,),
        ),
        Example(
            "From the midnight that ends it the two hours begin anew, and that is what is said.",
            (RANG, TO_LENA, leaving("going", "Mon 2018-10-01", "2018-10-11", "lena", about=())),
            "Fri 2018-10-12",
            (
                HAD,
                Expect(
                    state="overdue",
                    trigger="as",
                    starts="2018-10-11T23:00:00Z",
                    due="2018-10-12T01:00:00Z",
                    raised_on="2018-10-12",
                    approximate=False,
                    says=f"{GONE} on 12 Oct 2018 at 00:00; no person at work named for it by 12 Oct 2018 at 02:00 (2 hours).",
                ),
            ),
        ),
        Example(
            "Away from a day at no known hour: from its morning, and about.",
            (RANG, TO_LENA, away("a", "Fri 2018-10-12", "lena")),
            "Fri 2018-10-12",
            (HAD, Expect(state="overdue", trigger="as", starts="2018-10-11T23:00:00Z", approximate=True)),
        ),
        Example(
            "A last day that is one of two: from the first midnight that can end it, and about.",
            (
                RANG,
                TO_LENA,
                leaving("going", "Mon 2018-10-01", {"from": "2018-10-11", "to": "2018-10-12"}, "lena", about=()),
            ),
            "Fri 2018-10-12",
            (HAD, Expect(state="overdue", trigger="as", starts="2018-10-11T23:00:00Z", approximate=True)),
        ),
        Example(
            "It goes within the day on which it was given: the hour at which they went is what is said.",
            (RANG, TO_LENA, away("a", "Mon 2018-10-08T12:00", "lena")),
            "Mon 2018-10-08",
            (
                HAD,
                Expect(
                    state="overdue",
                    trigger="as",
                    says=f"{GONE} on 8 Oct 2018 at 12:00; no person at work named for it by 8 Oct 2018 at 14:00 (2 hours).",
                ),
            ),
        ),
    ),
)
