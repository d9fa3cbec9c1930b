"""Conferences: asked for at once, held for a child who moves here, and with enough agencies in the room."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

DECIDED = given("s47c", "section47_completed", "Mon 2018-09-03", outcome="conference", reasons="Harm is likely.")
TURNS_18 = {CHILD: person(CHILD, "Ash", "2000-09-04")}


def booked(happened: str, kind: str = "initial", id: str = "cb", **rest: object) -> Given:
    """A conference was asked for and given a day."""
    return given(id, "conference_booked", happened, by="desk", kind=kind, for_="2018-09-20", **rest)


CP_05 = Spec(
    "CP-05",
    (
        Example(
            "Asked for the same day: in time.",
            (DECIDED, booked("Mon 2018-09-03")),
            "Fri 2018-09-14",
            (Expect(state="met", due="2018-09-04", met_by="cb", raised_on=None),),
        ),
        Example(
            "The next working day: in time.",
            (DECIDED, booked("Tue 2018-09-04", "pre_birth")),
            "Fri 2018-09-14",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day after that: late.",
            (DECIDED, booked("Wed 2018-09-05")),
            "Fri 2018-09-14",
            (Expect(state="met_late", raised_on="2018-09-05"),),
        ),
        Example(
            "Asked for while the enquiry was still going on: done already.",
            (booked("Wed 2018-08-29"), DECIDED),
            "Fri 2018-09-14",
            (Expect(state="met", met_by="cb", raised_on=None),),
        ),
        Example(
            "A review booked before is another conference.",
            (booked("Wed 2018-08-29", "review"), DECIDED),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "What was booked for a conference that has since been held is not this one.",
            (booked("Wed 2018-08-01"), conference("ic0", "Mon 2018-08-20", "no_plan"), DECIDED),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "A conference held was asked for, even if nobody wrote that down.",
            (DECIDED, conference("ic", "Tue 2018-09-04")),
            "Fri 2018-09-14",
            (Expect(state="met", met_by="ic"),),
        ),
        Example(
            "A review booked or held is no initial conference.",
            (DECIDED, booked("Tue 2018-09-04", "review"), conference("rc", "Tue 2018-09-04", "no_plan", kind="review")),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is a conference that decided about the brother.",
            (
                DECIDED,
                given(
                    "ic",
                    "conference_held",
                    "Tue 2018-09-04",
                    about=(CHILD, SIBLING),
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "His own."}],
                ),
            ),
            "Fri 2018-09-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "An enquiry that ended without one asks for none.",
            (given("s47c", "section47_completed", "Mon 2018-09-03", outcome="no_conference", reasons="As found."),),
            "Fri 2018-09-14",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (DECIDED,),
            "Fri 2018-09-14",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)

ASKED = given("ti", "transfer_in_requested", "Mon 2018-09-03", from_area="Southmere")
CP_07 = Spec(
    "CP-07",
    (
        Example(
            "Held on the fourteenth working day: in time.",
            (ASKED, conference("tc", "Fri 2018-09-21", kind="transfer_in")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-09-24", met_by="tc", raised_on=None),),
        ),
        Example(
            "On the fifteenth: in time.",
            (ASKED, conference("tc", "Mon 2018-09-24", kind="transfer_in")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixteenth: late.",
            (ASKED, conference("tc", "Tue 2018-09-25", kind="transfer_in")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-25"),),
        ),
        Example(
            "A conference of another kind is not it.",
            (ASKED, conference("rc", "Fri 2018-09-21", kind="review")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A conference that decided about the brother alone is not this child's.",
            (
                ASKED,
                given(
                    "tc",
                    "conference_held",
                    "Fri 2018-09-21",
                    about=(CHILD, SIBLING),
                    kind="transfer_in",
                    decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "His own."}],
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A booking is no conference.",
            (ASKED, booked("Mon 2018-09-10", "transfer_in")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A request made in error and taken back asks for nothing any more.",
            (ASKED, given("w", "entry_withdrawn", "Mon 2018-09-10T09:00", withdraws="ti", reason="Another child.")),
            "Wed 2018-10-31",
            (Expect(state="not_required", withdrawn_on="2018-09-10", raised_on=None),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (ASKED,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)


def there(*rows: dict[str, str]) -> Given:
    """A conference with these people present."""
    return conference("ic", "Thu 2018-09-20", present=list(rows))


SOCIAL_WORKER = {"role": "social_worker", "worker": "sam"}
CHAIR = {"role": "cp_chair", "worker": "chair"}
SCHOOL = {"role": "designated_safeguarding_lead", "worker": "dsl"}
HEALTH = {"role": "health_visitor", "worker": "hv"}
POLICE = {"role": "police_officer", "worker": "pc"}
PARENT = {"role": "mum", "person": "mother"}
CP_15 = Spec(
    "CP-15",
    (
        Example(
            "Social care and two other agencies: quorate.",
            (there(CHAIR, SOCIAL_WORKER, SCHOOL, HEALTH, PARENT),),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-20", raised_on=None),),
        ),
        Example(
            "More are as good.",
            (there(SOCIAL_WORKER, SCHOOL, HEALTH, POLICE),),
            "Fri 2018-09-28",
            (Expect(state="met"),),
        ),
        Example(
            "Social care and one other agency: not quorate, shown that day.",
            (there(CHAIR, SOCIAL_WORKER, SCHOOL, PARENT),),
            "Fri 2018-09-28",
            (Expect(state="overdue", raised_on="2018-09-20"),),
        ),
        Example(
            "Two from one agency are one agency.",
            (there(SOCIAL_WORKER, SCHOOL, {"role": "teacher", "organisation": "school"}),),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Two agencies without social care: not quorate; the chair speaks for none.",
            (there(CHAIR, SCHOOL, HEALTH, POLICE),),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Who was there was not recorded: it cannot be told.",
            (conference("ic", "Thu 2018-09-20"),),
            "Fri 2018-09-28",
            (Expect(state="cannot_tell", raised_on=None),),
        ),
        Example(
            "A strategy discussion is no conference.",
            (given("sd", "strategy_discussion_held", "Mon 2018-09-03", decision="assessment", present=[SOCIAL_WORKER]),),
            "Fri 2018-09-28",
            (),
        ),
    ),
)
