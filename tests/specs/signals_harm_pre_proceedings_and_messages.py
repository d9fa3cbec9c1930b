"""More of the signals about harm, pre-proceedings and messages: what answers them, and whose they are."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, contact, given
from tests.specs.signals_harm import ACROSS, FOUR, ONCE, THREE, crisis, home, seen, stay
from tests.specs.signals_legal import AWAY, BOTH, MET, STARTED, message

OCTOBER = "Thu 2019-10-31"
RAISED = (Expect(state="raised"),)


def tool(happened):  # type: ignore[no-untyped-def]
    """Care graded with a neglect tool."""
    grades = {"physical": 3, "safety": 2, "emotional": 4, "developmental": 2}
    return given("t", "neglect_tool_completed", happened, tool="GCP2", grades=grades, with_carers=True)


NO_TOOL = Spec(
    "SIG-NEGLECT-NO-TOOL",
    (
        Example("A tool 90 days before is in date.", (tool("Tue 2019-07-23"), *FOUR), OCTOBER, ()),
        Example("A tool 91 days before is not.", (tool("Mon 2019-07-22"), *FOUR), OCTOBER, RAISED),
        Example(
            "The fourth is a brother's.", (*FOUR[:3], seen("d", "Mon 2019-10-21", "emotional", about=(SIBLING,))), OCTOBER, ()
        ),
    ),
)
CUMULATIVE = Spec(
    "SIG-NEGLECT-CUMULATIVE",
    (
        Example(
            "The third 55 days after the first.",
            (*ACROSS[:2], seen("c", "Sun 2019-11-03", "emotional", by="drug")),
            "Sat 2019-11-30",
            RAISED,
        ),
        Example(
            "The third 56 days after the first.",
            (*ACROSS[:2], seen("c", "Mon 2019-11-04", "emotional", by="drug")),
            "Sat 2019-11-30",
            (),
        ),
    ),
)
MOVES = Spec(
    "SIG-MOVES",
    (
        Example(
            "Moving house is a change.",
            (*ONCE, given("m", "address_changed", "Fri 2018-10-19", person=CHILD, address="2 Low Street", confirmed_by="sam")),
            "Wed 2018-10-31",
            (Expect(evidence=("s1", "h1", "m")),),
        ),
        Example("The third is a brother's.", (*ONCE, stay("s2", "Fri 2018-10-19", about=(SIBLING,))), "Wed 2018-10-31", ()),
        Example(
            "Taken unannounced on the third change: both are said.",
            (*ONCE, stay("s2", "Fri 2018-10-19"), home("h2", "Sat 2018-10-20", unannounced=True)),
            "Wed 2018-10-31",
            (
                Expect(evidence=("s1", "h1", "s2")),
                Expect(evidence=("h2",), says="This child was taken from an agreed stay unannounced on 20 Oct 2018."),
            ),
        ),
    ),
)
ASSESSING = given("as", "assessment_started", "Mon 2018-07-02", kind="update")
JOINED = (
    given("j", "strategy_discussion_held", "Wed 2018-10-10", decision="section47", medical_agreed=False),
    conference("j", "Wed 2018-10-10"),
    given("j", "assessment_completed", "Wed 2018-10-10", assessment="as", factors=[], outcome="A plan."),
    given("j", "multi_agency_supervision_held", "Wed 2018-10-10"),
    given("j", "legal_planning_held", "Wed 2018-10-10", decision="Wait."),
)
AFTER = tuple(given("j", each.type, "Wed 2018-11-07", **each.data) for each in JOINED)

SERIES = Spec(
    "SIG-CRISIS-SERIES",
    (
        *(
            Example(f"Looked at after the second: {each.type}.", (ASSESSING, *THREE[:2], each, THREE[2]), "Fri 2018-11-30", ())
            for each in JOINED
        ),
        *(
            Example(
                f"Looked at after the third: {each.type}.",
                (ASSESSING, *THREE, each),
                "Fri 2018-11-30",
                (Expect(state="ended", met_by="j"),),
            )
            for each in AFTER
        ),
        Example(
            "One of them was about a brother alone.",
            (
                *THREE[:2],
                given("c", "incident_recorded", "Mon 2018-11-05", about=(SIBLING,), kind="arrest", children_present="no"),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Three of one kind are three.", tuple(crisis(each.id, each.happened) for each in THREE), "Fri 2018-11-30", RAISED
        ),
    ),
)
LEGAL = (
    ("legal_planning_held", {"decision": "Go on."}),
    ("preproceedings_letter_sent", {"to": ["mother"]}),
    ("expectations_signed", {"by_": ["mother"]}),
    ("preproceedings_panel_held", {}),
    ("family_group_meeting_held", {}),
    ("court_order_made", {"kind": "interim care order"}),
    ("court_application_made", {"kind": "emergency protection order"}),
)

IDLE = Spec(
    "SIG-PLO-IDLE",
    (
        *(
            Example(f"It counts again from: {type}.", (STARTED, given("x", type, "Mon 2019-03-11", **data)), "Mon 2019-03-25", ())
            for type, data in LEGAL
        ),
        Example(
            "An application ends them late.",
            (STARTED, given("x", "court_application_made", "Wed 2019-03-20", kind="care order")),
            "Sun 2019-03-31",
            (Expect(state="ended", met_by="x"),),
        ),
    ),
)
UNSIGNED = Spec(
    "SIG-PLO-UNSIGNED",
    (
        Example(
            "Pre-proceedings ended first.",
            (*BOTH, given("x", "preproceedings_ended", "Fri 2019-03-15", outcome="stepped down")),
            "Sun 2019-03-31",
            (),
        ),
        Example(
            "In court first.",
            (*BOTH, given("x", "court_application_made", "Fri 2019-03-15", kind="care order")),
            "Sun 2019-03-31",
            (),
        ),
        Example("Neither has signed: one line for each.", (STARTED, MET), "Sun 2019-03-31", (Expect(), Expect())),
        Example(
            "No parent is on the record: somebody has to sign.",
            (STARTED, MET),
            "Sun 2019-03-31",
            (Expect(evidence=("m1",)),),
            relationships=(),
        ),
    ),
)


def asked(id, happened, from_="dsl"):  # type: ignore[no-untyped-def]
    """A message that asks for a call."""
    return given(id, "message_received", happened, for_="sam", from_=from_, text="Please ring.", possible_serious_harm=False)


UNANSWERED = Spec(
    "SIG-CONTACT-UNANSWERED",
    (
        Example("A message has had no reply.", (asked("c", "Wed 2018-10-10"),), "Wed 2018-10-31", RAISED),
        Example(
            "A message was answered in time.",
            (asked("c", "Wed 2018-10-10"), given("h", "message_answered", "Fri 2018-10-12", message="c")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Tried again by message.",
            (asked("c", "Wed 2018-10-10"), asked("d", "Thu 2018-10-11")),
            "Thu 2018-10-11",
            (Expect(raised_on="2018-10-11", evidence=("c", "d")),),
        ),
        Example(
            "Another wrote the next day.",
            (asked("c", "Wed 2018-10-10"), asked("d", "Thu 2018-10-11", "hv")),
            "Thu 2018-10-11",
            (),
        ),
        Example(
            "Answered before trying again.",
            (
                asked("c", "Wed 2018-10-10"),
                given("h", "message_answered", "Wed 2018-10-10", message="c"),
                asked("d", "Thu 2018-10-11"),
            ),
            "Thu 2018-10-11",
            (),
        ),
    ),
)
SENT = contact("m", "Mon 2019-11-25T09:00", for_="sam")
OPENED = (
    ("contact_assigned", {"worker": "kay"}),
    ("contact_acknowledged", {"to": ["dsl"]}),
    ("contact_decided", {"decision": "assessment", "reasons": "Cold."}),
)

ABSENT = Spec(
    "SIG-MSG-ABSENT-WORKER",
    (
        *(
            Example(
                f"Opened within the hour: {type}.",
                (AWAY, SENT, given("h", type, "Mon 2019-11-25T09:30", contact="m", **data)),
                "Sat 2019-11-30",
                (),
            )
            for type, data in OPENED
        ),
        Example(
            "Answered within the hour.",
            (AWAY, message("m", "Mon 2019-11-25T09:00"), given("h", "message_answered", "Mon 2019-11-25T09:30", message="m")),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Another contact was decided.",
            (
                AWAY,
                contact("o", "Mon 2019-11-25T08:00"),
                SENT,
                given("h", "contact_decided", "Mon 2019-11-25T09:30", contact="o", decision="assessment", reasons="Cold."),
            ),
            "Sat 2019-11-30",
            RAISED,
        ),
    ),
)
