"""More of the signals about visits, workers and joint work: what ends them, and what does not count."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, given
from tests.specs.signals_continuity import AWAY, GONE, MADE, ON_PLAN, SAM, allocated, of_manager
from tests.specs.signals_plans import BOOKED
from tests.specs.signals_visits import NOTES, support, talked


def booked(id, happened, worker, day):  # type: ignore[no-untyped-def]
    """A visit booked for a day, or for one of several."""
    return given(id, "visit_booked", happened, worker=worker, for_=day)


SOME_DAY = {"from": "2018-10-09", "to": "2018-10-11"}

VISIT_UNRECORDED_SIDES = Spec(
    "SIG-VISIT-UNRECORDED",
    (
        Example(
            "Another worker's booking does not take its place.",
            (BOOKED, booked("b2", "Wed 2018-10-10", "ravi", "2018-10-18")),
            "Tue 2018-10-16",
            (Expect(evidence=("b",)),),
        ),
        Example(
            "Booked again after its day: it had not been recorded.",
            (BOOKED, booked("b2", "Mon 2018-10-15", "sam", "2018-10-25")),
            "Mon 2018-10-22",
            (Expect(evidence=("b",)),),
        ),
        Example(
            "Booked for one of several days, and made on the first of them.",
            (
                booked("b", "Mon 2018-10-08", "sam", SOME_DAY),
                given("v", "visit_made", "Tue 2018-10-09", kind="child_protection", worker="sam", seen=[CHILD]),
            ),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Booked for one of several days, and missed on the first of them.",
            (
                booked("b", "Mon 2018-10-08", "sam", SOME_DAY),
                given("v", "contact_missed", "Tue 2018-10-09", kind="no_access", service="social care"),
            ),
            "Wed 2018-10-31",
            (),
        ),
    ),
)


def note(id, type, happened, **data):  # type: ignore[no-untyped-def]
    """Something the family support worker wrote down."""
    return given(id, type, happened, by="fin", **data)


SAW = {"neglect": [], "other": [], "text": "Quiet today.", "setting": "home"}
HEARD = {"child": CHILD, "how": "words", "words": "It was all right."}
OF_ALL_KINDS = (
    note("n1", "observation_recorded", "Mon 2018-10-08", **SAW),
    note("n2", "day_in_the_life_recorded", "Tue 2018-10-09", text="Up at six."),
    note("n3", "voice_recorded", "Wed 2018-10-10", **HEARD),
)

FSW_NOTES_UNREAD_SIDES = Spec(
    "SIG-FSW-NOTES-UNREAD",
    (
        Example("Whatever kind of note it is.", OF_ALL_KINDS, "Wed 2018-10-10", (Expect(evidence=("n1", "n2", "n3")),)),
        *(
            Example(
                f"One note of each kind waits no longer: {each.type}.", (each,), "Fri 2018-11-30", (Expect(evidence=(each.id,)),)
            )
            for each in OF_ALL_KINDS
        ),
        Example(
            "Talked through after two: the count begins afresh.",
            (*NOTES[:2], talked("talk", "Tue 2018-10-09", "sam", "fin"), NOTES[2]),
            "Mon 2018-10-22",
            (),
        ),
        Example(
            "Talked through without the support worker: the count goes on.",
            (*NOTES[:2], talked("talk", "Tue 2018-10-09", "sam", "dsl"), NOTES[2]),
            "Mon 2018-10-22",
            (Expect(evidence=("n1", "n2", "n3")),),
        ),
        Example(
            "Talked through without the social worker: the count goes on.",
            (*NOTES[:2], talked("talk", "Tue 2018-10-09", "fin", "dsl"), NOTES[2]),
            "Mon 2018-10-22",
            (Expect(evidence=("n1", "n2", "n3")),),
        ),
        Example(
            "Three unread, then talked through: ended.",
            (*NOTES, talked("talk", "Mon 2018-10-15", "sam", "fin")),
            "Mon 2018-10-22",
            (Expect(state="ended", raised_on="2018-10-10", met_on="2018-10-15", met_by="talk"),),
        ),
        Example(
            "Three unread, then talked through by two others: not ended.",
            (*NOTES, talked("talk", "Mon 2018-10-15", "sam", "dsl"), talked("more", "Tue 2018-10-16", "fin", "dsl")),
            "Mon 2018-10-22",
            (Expect(state="raised"),),
        ),
        Example(
            "Three unread, then read: ended.",
            (*NOTES, given("read", "support_notes_read", "Mon 2018-10-15", worker="sam", by="desk")),
            "Mon 2018-10-22",
            (Expect(state="ended", raised_on="2018-10-10", met_on="2018-10-15", met_by="read"),),
        ),
        Example(
            "After a talk the next note waits its own fifteen days.",
            (NOTES[0], talked("talk", "Wed 2018-10-10", "sam", "fin"), support("n2", "Thu 2018-10-11")),
            "Sat 2018-10-27",
            (Expect(raised_on="2018-10-27", evidence=("n2",)),),
        ),
        Example(
            "A talk without the support worker leaves the first note waiting, and begins nothing anew.",
            (NOTES[0], talked("talk", "Wed 2018-10-10", "sam", "dsl"), support("n2", "Thu 2018-10-11")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-24", evidence=("n1",)),),
        ),
        Example(
            "So does a talk without the social worker.",
            (NOTES[0], talked("talk", "Wed 2018-10-10", "fin", "dsl"), support("n2", "Thu 2018-10-11")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-24", evidence=("n1",)),),
        ),
    ),
)

WORKER_CHANGES_SIDES = Spec(
    "SIG-WORKER-CHANGES",
    (
        Example(
            "A brother's lead worker is his.",
            (
                allocated("a", "Mon 2018-01-08", "sam"),
                allocated("b", "Mon 2018-05-14", "ravi"),
                allocated("c", "Mon 2018-09-03", "lena", about=(SIBLING,)),
            ),
            "Mon 2018-12-31",
            (),
        ),
    ),
)

NO_PRESENT_WORKER_SIDES = Spec(
    "SIG-NO-PRESENT-WORKER",
    (
        Example(
            "Back the next day: nothing.",
            (SAM, AWAY, given("back", "absence_ended", "Tue 2018-11-06", about=(), worker="sam")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Away, and no longer this child's worker the next day, with no plan open: nothing.",
            (SAM, AWAY, given("over", "worker_ended", "Tue 2018-11-06", worker="sam", reason_="Closed.")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A family support worker does not take the lead worker's place.",
            (SAM, MADE, GONE, allocated("fin", "Tue 2018-11-06", "fin", "family_support_worker")),
            "Fri 2018-11-30",
            (Expect(evidence=("left",)),),
        ),
        Example(
            "Nor does a manager's name, which is a question of its own.",
            (SAM, MADE, GONE, allocated("kay", "Tue 2018-11-06", "kay")),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-11-07", evidence=("left",)), Expect(raised_on="2018-11-08", evidence=("kay",))),
        ),
        Example(
            "The plan ended the next day: nobody is waiting.",
            (SAM, MADE, GONE, given("end", "plan_ended", "Tue 2018-11-06", plan="child_protection", reason_="Safe.")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A manager allocated as manager is not the lead.",
            (allocated("kay", "Mon 2018-11-05", "kay", "team_manager"),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "In a manager's name, with a support worker beside: still nobody's.",
            (allocated("kay", "Mon 2018-11-05", "kay"), allocated("fin", "Tue 2018-11-06", "fin", "family_support_worker")),
            "Fri 2018-11-30",
            (Expect(state="raised", evidence=("kay",)),),
        ),
        Example(
            "From one manager's name to another's.",
            (allocated("kay", "Mon 2018-11-05", "kay"), allocated("moss", "Tue 2018-11-06", "moss")),
            "Fri 2018-11-30",
            (Expect(state="raised", evidence=("kay",)), Expect(state="raised", evidence=("moss",))),
        ),
        Example(
            "In a manager's name for a day, and then closed.",
            (
                allocated("kay", "Mon 2018-11-05", "kay"),
                given("over", "worker_ended", "Tue 2018-11-06", worker="kay", reason_="Closed."),
            ),
            "Fri 2018-11-30",
            (),
        ),
    ),
)

MANAGER_GAP_SIDES = Spec(
    "SIG-MANAGER-GAP",
    (
        Example(
            "The post was left, and somebody covers: ended.",
            (
                *ON_PLAN,
                of_manager("gone", "post_left", "Mon 2018-10-15", post="team manager"),
                given("cover", "cover_named", "Mon 2018-10-22", about=(), for_="kay", cover="moss"),
            ),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-15", met_on="2018-10-22", met_by="cover"),),
        ),
        Example(
            "The post was left and taken up again: no longer vacant, and new.",
            (
                *ON_PLAN,
                of_manager("gone", "post_left", "Mon 2018-10-15", post="team manager"),
                of_manager("again", "post_taken_up", "Mon 2018-10-22", post="team manager"),
            ),
            "Fri 2018-11-30",
            (
                Expect(state="ended", raised_on="2018-10-15", met_on="2018-10-22", met_by="again"),
                Expect(state="raised", raised_on="2018-10-22"),
            ),
        ),
        Example(
            "New, and gone again: no longer new, and vacant.",
            (
                of_manager("new", "post_taken_up", "Mon 2018-09-03", post="team manager"),
                *ON_PLAN,
                of_manager("gone", "post_left", "Mon 2018-10-15", post="team manager"),
            ),
            "Fri 2018-11-30",
            (
                Expect(state="ended", raised_on="2018-10-03", met_on="2018-10-15", met_by="gone"),
                Expect(state="raised", raised_on="2018-10-15"),
            ),
        ),
        Example(
            "Too many children, and then gone: nobody oversees them now.",
            (
                *ON_PLAN,
                of_manager("n", "oversight_counted", "Mon 2018-10-15", children=61),
                of_manager("gone", "post_left", "Mon 2018-10-22", post="team manager"),
            ),
            "Fri 2018-11-30",
            (
                Expect(state="ended", raised_on="2018-10-15", met_on="2018-10-22", met_by="gone"),
                Expect(state="raised", raised_on="2018-10-22"),
            ),
        ),
        Example(
            "Counted again, and still too many.",
            (
                *ON_PLAN,
                of_manager("n", "oversight_counted", "Mon 2018-10-15", children=61),
                of_manager("m", "oversight_counted", "Thu 2018-11-15", children=61),
            ),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-10-15"),),
        ),
    ),
)

TOGETHER = given(
    "a",
    "action_agreed",
    "Mon 2018-10-08",
    plan="child_protection",
    action="Joint visit by the IDVA and social worker.",
    for_="both",
    owner="sam",
    due="2018-11-01",
)

JOINT_VISIT_NOT_DONE_SIDES = Spec(
    "SIG-JOINT-VISIT-NOT-DONE",
    (
        Example(
            "Another action that was done is not this one.",
            (TOGETHER, given("r", "action_reviewed", "Fri 2018-10-26", action="another", status="done")),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Looked at and not done is not done.",
            (TOGETHER, given("r", "action_reviewed", "Fri 2018-10-26", action="a", status="not_done")),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
    ),
)


NO_MA_SUPERVISION_SIDES = Spec(
    "SIG-NO-MA-SUPERVISION",
    (
        Example(
            "Held before the twelve months were up: nothing.",
            (MADE, given("mas", "multi_agency_supervision_held", "Mon 2019-05-13", present=["sam", "dsl"])),
            "Sat 2019-11-30",
            (),
        ),
    ),
)
