"""Signals about children who go back, legal advice nobody acts on, and children who leave school."""

from collections.abc import Sequence
from typing import Any

from tests.specs.kit import CHILD, FATHER, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Given, Spec, conference, contact, given

RAISED = (Expect(state="raised"),)
END = "Mon 2018-12-31"


def decision(id: str, happened: str, by: str = "moss") -> Given:
    """A manager decides."""
    return given(id, "management_decision_recorded", happened, by=by, decision="Stays away", reasons="Risk.")


def stay(id: str, happened: str, arrangement: str, who: str, **rest: Any) -> Given:
    """The child stays with somebody."""
    return given(id, "stay_started", happened, with_=[who], arrangement=arrangement, **rest)


def back(id: str, happened: str, **rest: Any) -> Given:
    """A stay ends."""
    return given(id, "stay_ended", happened, **rest)


SUSPECTED = given("s", "suspicion_recorded", "Mon 2018-09-03", person=FATHER, text="Shaking, says the hospital.")


def returns(who: str = FATHER) -> tuple[tuple[str, Given], ...]:
    """Ways in which a child comes to be with somebody."""
    day = "Mon 2018-10-08"
    return (
        ("A stay with him", stay("r", day, "family", who)),
        ("From hospital to him", given("r", "baby_left_hospital", day, with_=[who])),
        ("He moves in", given("r", "household_changed", day, joined=[who], left=[])),
        ("He lives there", given("r", "household_recorded", day, members=[MOTHER, who])),
    )


DECIDING = (
    ("a conference that decided about the child", conference("d", "Mon 2018-09-10")),
    ("a legal planning meeting", given("d", "legal_planning_held", "Mon 2018-09-10", decision="threshold not met")),
    ("a court's order", given("d", "court_order_made", "Mon 2018-09-10", kind="child arrangements order")),
)
SUSPICION_OVER = given("o", "suspicion_ended", "Mon 2018-09-10", suspicion="s", outcome="Not him.")
ANOTHERS_OVER = given("o", "suspicion_ended", "Mon 2018-09-10", suspicion="z", outcome="Not her.")
ALL_RETURNS = (*returns(), ("Home, as a stay ends", back("r", "Mon 2018-10-08")))

RETURN_WITHOUT_DECISION = Spec(
    "SIG-RETURN-WITHOUT-DECISION",
    (
        *(
            Example(f"{what}, who is suspected.", (SUSPECTED, entry), END, (Expect(state="raised", raised_on="2018-10-08"),))
            for what, entry in ALL_RETURNS
        ),
        *(Example(f"{what}, who is not suspected.", (entry,), END, ()) for what, entry in ALL_RETURNS),
        *(Example(f"{what}: somebody else is suspected.", (SUSPECTED, entry), END, ()) for what, entry in returns(GRANDMOTHER)),
        *(
            Example(f"{what}, after {decided}.", (SUSPECTED, given_, entry), END, ())
            for what, entry in ALL_RETURNS
            for decided, given_ in (*DECIDING, ("the suspicion ended", SUSPICION_OVER))
        ),
        *(
            Example(f"{what}, after {decided}: still nobody has decided.", (SUSPECTED, given_, entry), END, RAISED)
            for what, entry in ALL_RETURNS
            for decided, given_ in (
                ("another suspicion ended", ANOTHERS_OVER),
                (
                    "a conference about the brother alone",
                    given(
                        "d",
                        "conference_held",
                        "Mon 2018-09-10",
                        kind="initial",
                        about=(CHILD, SIBLING),
                        decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "Safe."}],
                    ),
                ),
            )
        ),
        Example(
            "The grandmother is suspected: home is somewhere else.",
            (
                given("s", "suspicion_recorded", "Mon 2018-09-03", person=GRANDMOTHER, text="Says the school."),
                back("r", "Mon 2018-10-08"),
            ),
            END,
            (),
        ),
        Example(
            "From one stay to the next is not home.",
            (SUSPECTED, back("r", "Mon 2018-10-08"), stay("q", "Mon 2018-10-08", "family", GRANDMOTHER)),
            END,
            (),
        ),
        Example(
            "Home after a single night away.",
            (SUSPECTED, stay("q", "Sun 2018-10-07", "family", GRANDMOTHER), back("r", "Mon 2018-10-08")),
            END,
            RAISED,
        ),
        Example(
            "A new stay the day after: home in between.",
            (SUSPECTED, back("r", "Mon 2018-10-08"), stay("q", "Tue 2018-10-09", "family", GRANDMOTHER)),
            END,
            RAISED,
        ),
        *(
            Example(
                f"{what} afterwards ends it.",
                (SUSPECTED, back("r", "Mon 2018-10-08"), done),
                END,
                (Expect(state="ended", met_by="d"),),
            )
            for what, done in (
                ("A conference", conference("d", "Tue 2018-10-09")),
                ("A legal planning meeting", given("d", "legal_planning_held", "Tue 2018-10-09", decision="Proceedings")),
                ("A court's order", given("d", "court_order_made", "Tue 2018-10-09", kind="interim care order")),
                ("A service manager's decision", decision("d", "Tue 2018-10-09")),
            )
        ),
        *(
            Example(f"{what} does not.", (SUSPECTED, back("r", "Mon 2018-10-08"), done), END, RAISED)
            for what, done in (
                ("A social worker's decision", decision("d", "Tue 2018-10-09", "sam")),
                (
                    "A conference about the brother alone",
                    given(
                        "d",
                        "conference_held",
                        "Tue 2018-10-09",
                        kind="initial",
                        about=(CHILD, SIBLING),
                        decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "Safe."}],
                    ),
                ),
            )
        ),
    ),
)


def told(id: str, happened: str, **rest: Any) -> Given:
    """Something that points to neglect."""
    fields = {"neglect": ["physical"], "other": []} | rest
    return given(id, "observation_recorded", happened, text="Cold and hungry.", setting="school", **fields)


def concerns(id: str, happened: str) -> tuple[tuple[str, Given], ...]:
    """Concerns of every kind."""
    return (
        ("A contact", contact(id, happened)),
        ("An incident", given(id, "incident_recorded", happened, kind="arrest", children_present="no")),
        ("An injury", given(id, "injury_recorded", happened, kind="bruise", text="On the arm.")),
        ("Going missing", given(id, "missing_started", happened)),
        ("Police protection", given(id, "police_protection_started", happened)),
        ("Neglect noticed", told(id, happened)),
        ("Something else noticed", told(id, happened, neglect=[], other=["frightened"])),
        (
            "What an adult told a service",
            given(id, "adult_disclosure_recorded", happened, adult=MOTHER, kind="drinking"),
        ),
        ("A concern raised again", given(id, "concern_repeated", happened, concern="No food in the house.")),
        ("A concern about an unborn baby", given(id, "unborn_concern_identified", happened, text="Drinking.")),
        (
            "A message of possible harm",
            given(id, "message_received", happened, for_="sam", from_="dsl", text="Please ring.", possible_serious_harm=True),
        ),
    )


def not_concerns(id: str, happened: str) -> tuple[tuple[str, Given], ...]:
    """What is none."""
    return (
        (
            "An ordinary message",
            given(id, "message_received", happened, for_="sam", from_="dsl", text="Hello.", possible_serious_harm=False),
        ),
        ("Something good noticed", told(id, happened, neglect=[], other=[])),
    )


HOME = stay("h", "Mon 2018-10-08", "parents", MOTHER)
FOSTERED = stay("f", "Mon 2018-09-03", "foster", "a foster carer")
HOMECOMINGS = (
    ("Home on a stay with parents", (HOME,)),
    ("Home from foster care", (FOSTERED, back("h", "Mon 2018-10-08"))),
    (
        "Home after one night in foster care",
        (stay("f", "Sun 2018-10-07", "foster", "a foster carer"), back("h", "Mon 2018-10-08")),
    ),
    ("No longer looked after", (given("h", "looked_after_ended", "Mon 2018-10-08", reason_="Home."),)),
)
FIRST = told("x", "Mon 2018-10-08")

REUNIFIED_CONCERN = Spec(
    "SIG-REUNIFIED-CONCERN",
    (
        Example("One concern is not two.", (HOME, told("a", "Tue 2018-10-09")), END, ()),
        *(
            Example(
                f"{how}: two concerns, the second on the fourteenth day.",
                (*home, told("a", "Tue 2018-10-09"), told("b", "Mon 2018-10-22")),
                END,
                (Expect(state="raised", raised_on="2018-10-22", evidence=("a", "b")),),
            )
            for how, home in HOMECOMINGS
        ),
        *(
            Example(
                f"{how}: the second on the fifteenth day.",
                (*home, told("a", "Tue 2018-10-09"), told("b", "Tue 2018-10-23")),
                END,
                (),
            )
            for how, home in HOMECOMINGS
        ),
        Example(
            "The first on the day itself, the second on the fourteenth.", (HOME, FIRST, told("b", "Mon 2018-10-22")), END, RAISED
        ),
        *(
            Example(f"{what} counts.", (*home, told("a", "Tue 2018-10-09"), entry), END, (Expect(evidence=("a", "b")),))
            for _, home in HOMECOMINGS
            for what, entry in concerns("b", "Mon 2018-10-22")
        ),
        *(
            Example(f"{what} a day later does not.", (*home, told("a", "Tue 2018-10-09"), entry), END, ())
            for _, home in HOMECOMINGS
            for what, entry in concerns("b", "Tue 2018-10-23")
        ),
        *(
            Example(f"{what} is no concern.", (HOME, told("a", "Tue 2018-10-09"), entry), END, ())
            for what, entry in not_concerns("b", "Mon 2018-10-22")
        ),
        *(
            Example(
                f"Back from a stay that {what} is no return from care.",
                (stay("f", "Mon 2018-09-03", arrangement, GRANDMOTHER), back("h", "Mon 2018-10-08"), *two),
                END,
                (),
            )
            for what, arrangement in (("the family arranged", "family"), ("was with parents", "parents"))
            for two in [
                tuple(entry for _, entry in pair)
                for pair in zip(concerns("a", "Mon 2018-10-15"), concerns("b", "Tue 2018-10-16"), strict=True)
            ]
        ),
        *(
            Example(
                "An earlier placement, then one the family arranged: back from the family.",
                (
                    FOSTERED,
                    back("g", "Mon 2018-09-10"),
                    stay("k", "Mon 2018-09-10", "family", GRANDMOTHER),
                    back("h", "Mon 2018-10-08"),
                    *two,
                ),
                END,
                (),
            )
            for two in [
                tuple(entry for _, entry in pair)
                for pair in zip(concerns("a", "Mon 2018-10-15"), concerns("b", "Tue 2018-10-16"), strict=True)
            ]
        ),
        *(
            Example(
                f"From foster care to {what}.",
                (FOSTERED, back("h", "Mon 2018-10-08"), stay("k", on_day, "family", GRANDMOTHER), *two),
                END,
                lines,
            )
            for what, on_day, lines in (
                ("a relative the same day is not home", "Mon 2018-10-08", ()),
                ("a relative the day after: home in between", "Tue 2018-10-09", RAISED),
            )
            for two in [
                tuple(entry for _, entry in pair)
                for pair in zip(concerns("a", "Mon 2018-10-15"), concerns("b", "Tue 2018-10-16"), strict=True)
            ]
        ),
        Example(
            "Home twice, one concern each time, fifteen days apart.",
            (
                stay("h", "Mon 2018-10-01", "parents", MOTHER),
                told("x", "Mon 2018-10-01"),
                stay("i", "Tue 2018-10-16", "parents", MOTHER),
                told("y", "Tue 2018-10-16"),
            ),
            END,
            (),
        ),
        Example(
            "Two reports of one event.",
            (
                HOME,
                told("a", "Tue 2018-10-09"),
                contact("b", "Wed 2018-10-10"),
                given("l", "reports_linked", "Wed 2018-10-10", entry="a", same_as="b"),
            ),
            END,
            (),
        ),
        Example(
            "The second is the brother's.",
            (
                HOME,
                stay("i", "Mon 2018-10-08", "parents", MOTHER, about=(SIBLING,)),
                told("a", "Tue 2018-10-09"),
                told("b", "Wed 2018-10-10", about=(SIBLING,)),
            ),
            END,
            (),
        ),
        *(
            Example(
                f"{what} ends it.",
                (HOME, told("a", "Tue 2018-10-09"), told("b", "Mon 2018-10-15"), done),
                END,
                (Expect(state="ended", met_by="d"),),
            )
            for what, done in (
                ("A strategy discussion", given("d", "strategy_discussion_held", "Tue 2018-10-16", decision="section47")),
                ("A manager's decision", decision("d", "Tue 2018-10-16")),
                ("A conference", conference("d", "Tue 2018-10-16")),
                ("A looked-after review", given("d", "looked_after_review_held", "Tue 2018-10-16")),
                ("A legal planning meeting", given("d", "legal_planning_held", "Tue 2018-10-16", decision="Proceedings")),
            )
        ),
    ),
)

ASKED = given("q", "legal_planning_requested", "Mon 2018-10-01")
ADVISED = given("q", "legal_advice_recorded", "Mon 2018-10-01", advice="Threshold is met.")
PUT_OFF = given("q", "legal_planning_held", "Mon 2018-10-01", decision="Deferred to next week")
BLANK = given("q", "legal_planning_held", "Mon 2018-10-01", decision="")


def met(id: str, happened: str, decision: str = "Enter pre-proceedings") -> Given:
    """A legal planning meeting that decided."""
    return given(id, "legal_planning_held", happened, decision=decision)


LEGAL_NO_DECISION = Spec(
    "SIG-LEGAL-NO-DECISION",
    (
        Example("Asked for; ten working days, not yet.", (ASKED,), "Mon 2018-10-15", ()),
        Example("The day after.", (ASKED,), "Tue 2018-10-16", (Expect(state="raised", raised_on="2018-10-16", evidence=("q",)),)),
        Example("Held on the tenth working day.", (ASKED, met("d", "Mon 2018-10-15")), END, ()),
        Example("Held later: ended.", (ASKED, met("d", "Wed 2018-10-17")), END, (Expect(state="ended", met_by="d"),)),
        Example(
            "Held and put off: held, and now it is the decision that is missing.",
            (ASKED, met("d", "Mon 2018-10-15", "Adjourned")),
            END,
            (Expect(raised_on="2018-10-23", evidence=("d",)),),
        ),
        *(
            example
            for what, begun in (
                ("Advice", ADVISED),
                ("A decision put off", PUT_OFF),
                ("A meeting with no decision written", BLANK),
            )
            for example in (
                Example(f"{what}; five working days, not yet.", (begun,), "Mon 2018-10-08", ()),
                Example(f"{what}; the day after.", (begun,), "Tue 2018-10-09", (Expect(state="raised", raised_on="2018-10-09"),)),
            )
        ),
        *(
            Example(f"{what} on the fifth working day decides.", (ADVISED, done), END, ())
            for what, done in (
                ("A legal planning meeting", met("d", "Mon 2018-10-08")),
                ("Pre-proceedings", given("d", "preproceedings_started", "Mon 2018-10-08")),
                ("A letter before proceedings", given("d", "preproceedings_letter_sent", "Mon 2018-10-08", to=[MOTHER])),
                ("An application", given("d", "court_application_made", "Mon 2018-10-08", kind="care order")),
                ("An order", given("d", "court_order_made", "Mon 2018-10-08", kind="interim care order")),
                ("A manager's decision", decision("d", "Mon 2018-10-08")),
            )
        ),
        Example(
            "A meeting that puts it off does not.", (ADVISED, met("d", "Mon 2018-10-08", "Deferred")), "Thu 2018-10-11", RAISED
        ),
        Example("Nor one that writes nothing.", (ADVISED, met("d", "Mon 2018-10-08", "")), "Thu 2018-10-11", RAISED),
    ),
)


def left(id: str, happened: str, **rest: Any) -> Given:
    """A child is taken out of school."""
    return given(id, "school_left", happened, **({"kind": "elective_home_education"} | rest))


AT_SCHOOL = {"role": "designated_safeguarding_lead", "organisation": "school"}
PLANS: Sequence[tuple[str, Given]] = (
    ("A child protection plan years ago", conference("p", "Mon 2014-09-01")),
    ("A plan started years ago", given("p", "plan_started", "Mon 2014-09-01", plan="child_protection")),
    ("A child in need plan years ago", given("p", "plan_started", "Mon 2014-09-01", plan="child_in_need")),
)

LEFT_SCHOOL = Spec(
    "SIG-LEFT-SCHOOL",
    (
        Example("No concern, no plan.", (left("x", "Mon 2018-10-08"),), END, ()),
        *(
            Example(
                f"{what} twelve weeks before.",
                (entry, left("x", "Mon 2018-12-31")),
                END,
                (Expect(state="raised", raised_on="2018-12-31", evidence=("x",)),),
            )
            for what, entry in concerns("a", "Mon 2018-10-08")
        ),
        *(
            Example(f"{what} a day longer before.", (entry, left("x", "Mon 2018-12-31")), END, ())
            for what, entry in concerns("a", "Sun 2018-10-07")
        ),
        *(
            Example(f"{what} before is none.", (entry, left("x", "Mon 2018-12-31")), END, ())
            for what, entry in not_concerns("a", "Mon 2018-12-03")
        ),
        *(Example(f"{what}.", (entry, left("x", "Mon 2018-12-31")), END, RAISED) for what, entry in PLANS),
        Example(
            "Early help years ago.",
            (given("p", "plan_started", "Mon 2014-09-01", plan="early_help"), left("x", "Mon 2018-12-31")),
            END,
            (),
        ),
        Example(
            "A conference that made no plan.",
            (conference("p", "Mon 2014-09-01", "no_plan"), left("x", "Mon 2018-12-31")),
            END,
            (),
        ),
        Example(
            "A plan for the brother.",
            (
                given(
                    "p",
                    "conference_held",
                    "Mon 2014-09-01",
                    kind="initial",
                    about=(CHILD, SIBLING),
                    decisions=[{"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "Cold."}],
                ),
                left("x", "Mon 2018-12-31"),
            ),
            END,
            (),
        ),
        Example(
            "Removed from the roll.",
            (contact("a", "Mon 2018-12-03"), left("x", "Mon 2018-12-31", kind="removed_from_roll")),
            END,
            RAISED,
        ),
        Example(
            "A move that the new school confirms.",
            (
                contact("a", "Mon 2018-12-03"),
                left("x", "Mon 2018-12-31", kind="removed_from_roll", to="school", on_new_roll=True),
            ),
            END,
            (),
        ),
        *(
            Example(
                f"{what} ends it.",
                (contact("a", "Mon 2018-10-01"), left("x", "Mon 2018-10-08"), done),
                END,
                (Expect(state="ended", met_by="d"),),
            )
            for what, done in (
                ("A new school", given("d", "school_changed", "Mon 2018-10-15", to="school")),
                (
                    "A strategy discussion with the school",
                    given("d", "strategy_discussion_held", "Mon 2018-10-15", decision="assessment", present=[AT_SCHOOL]),
                ),
                ("A core group with the school", given("d", "core_group_held", "Mon 2018-10-15", present=[AT_SCHOOL])),
            )
        ),
        Example(
            "A core group without it does not.",
            (
                contact("a", "Mon 2018-10-01"),
                left("x", "Mon 2018-10-08"),
                given("d", "core_group_held", "Mon 2018-10-15", present=[{"role": "gp"}]),
            ),
            END,
            RAISED,
        ),
    ),
)
