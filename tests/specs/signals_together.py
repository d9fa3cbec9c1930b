"""Signals about incidents close together, many things at once, and entries that cannot yet have been so."""

from typing import Any

from tests.specs.kit import CHILD, FATHER, MOTHER, SIBLING, Example, Expect, Given, Spec, conference, given, visit

RAISED = (Expect(state="raised"),)
END = "Mon 2018-12-31"


def incident(id: str, happened: str, **rest: Any) -> Given:
    """Something happened in the family."""
    return given(id, "incident_recorded", happened, kind="domestic_abuse", involved=[MOTHER], children_present="no", **rest)


def linked(id: str, happened: str, entry: str, same_as: str) -> Given:
    """Somebody says that two reports are of one event."""
    return given(id, "reports_linked", happened, entry=entry, same_as=same_as)


NIGHT = (incident("a", "Sat 2018-10-06T23:30"), incident("b", "Sun 2018-10-07T23:29"))
MONTH = (incident("a", "Mon 2018-10-01"), incident("b", "Mon 2018-10-15"), incident("c", "Tue 2018-10-30"))
DECISIONS = (
    ("A strategy discussion", given("x", "strategy_discussion_held", "Thu 2018-11-01", decision="section47")),
    ("A manager's decision", given("x", "management_decision_recorded", "Thu 2018-11-01", decision="Visit.", reasons="Risk.")),
    ("A conference", conference("x", "Thu 2018-11-01")),
    ("An assessment", given("x", "assessment_started", "Thu 2018-11-01", kind="child_and_family")),
)

INCIDENTS_CLUSTER = Spec(
    "SIG-INCIDENTS-CLUSTER",
    (
        Example("One incident.", NIGHT[:1], END, ()),
        Example(
            "A second a minute before a day is over.",
            NIGHT,
            END,
            (Expect(state="raised", raised_on="2018-10-07", evidence=("a", "b")),),
        ),
        Example("A second exactly a day later.", (NIGHT[0], incident("b", "Sun 2018-10-07T23:30")), END, ()),
        Example(
            "A second an hour and a half after twenty-four hours.", (NIGHT[0], incident("b", "Mon 2018-10-08T01:00")), END, ()
        ),
        Example(
            "Two on one day whose times nobody knows.",
            (incident("a", "Mon 2018-10-08"), incident("b", "Mon 2018-10-08")),
            END,
            RAISED,
        ),
        Example(
            "Two on two days whose times nobody knows.",
            (incident("a", "Mon 2018-10-08"), incident("b", "Tue 2018-10-09")),
            END,
            (),
        ),
        Example(
            "Three, the last on the twenty-ninth day.", MONTH, END, (Expect(raised_on="2018-10-30", evidence=("a", "b", "c")),)
        ),
        Example("The last on the thirtieth.", (*MONTH[:2], incident("c", "Wed 2018-10-31")), END, ()),
        Example("One event that was reported twice.", (*NIGHT, linked("l", "Sun 2018-10-07", "a", "b")), END, ()),
        Example(
            "Said afterwards: ended.",
            (*NIGHT, linked("l", "Tue 2018-10-09", "a", "b")),
            END,
            (Expect(state="ended", met_by="l"),),
        ),
        Example("Three of which two are one.", (*MONTH[:2], linked("l", "Mon 2018-10-15", "a", "b"), MONTH[2]), END, ()),
        Example(
            "Said afterwards of three: ended.",
            (*MONTH, linked("l", "Wed 2018-10-31", "c", "b")),
            END,
            (Expect(state="ended", met_by="l"),),
        ),
        Example("The brother's incident is his.", (NIGHT[0], incident("b", "Sun 2018-10-07T09:00", about=(SIBLING,))), END, ()),
        Example("The brother's is not the third.", (*MONTH[:2], incident("c", "Tue 2018-10-30", about=(SIBLING,))), END, ()),
        *(Example(f"{what} ends it.", (*NIGHT, done), END, (Expect(state="ended", met_by="x"),)) for what, done in DECISIONS),
        *(
            Example(f"{what} ends the month's.", (*MONTH, done), END, (Expect(state="ended", met_by="x"),))
            for what, done in DECISIONS
        ),
    ),
)

PLAN = given("p", "plan_started", "Mon 2018-09-03", plan="child_in_need")
INJURED = given("i", "injury_recorded", "Tue 2018-09-04", kind="bruise", text="On the arm.")
AGAIN = given("j", "injury_recorded", "Wed 2018-09-05", kind="bruise", text="On the leg.")
LEFT = given("t", "treatment_ended", "Thu 2018-09-06", adult=MOTHER, service="Turning Tide", how="not_attending")
TWICE = (incident("a", "Fri 2018-09-07"), incident("b", "Fri 2018-09-07"))
AWAY = given("k", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="bail")


def back(happened: str) -> Given:
    """The father moves back in."""
    return given("r", "household_changed", happened, joined=[FATHER], left=[])


def sighted(*days: str) -> tuple[Given, ...]:
    """The child was seen at school on these days."""
    return tuple(
        given(f"seen{number}", "child_sighted", day, seen=[CHILD], by_="school", how="school_or_nursery")
        for number, day in enumerate(days)
    )


THREE = (PLAN, AWAY, INJURED, AGAIN, LEFT, *TWICE)
MET = given("s", "strategy_discussion_held", "Thu 2018-09-06", decision="section47")
LONG_AGO = (
    PLAN,
    AWAY,
    INJURED,
    AGAIN,
    MET,
    *sighted("Fri 2018-09-14", "Mon 2018-09-24", "Mon 2018-10-01"),
    given("t", "treatment_ended", "Fri 2018-09-28", adult=MOTHER, service="Turning Tide", how="left"),
    incident("a", "Mon 2018-10-01"),
    incident("b", "Mon 2018-10-01"),
)
SUSPECTED = given("z", "suspicion_recorded", "Mon 2018-09-03", person=FATHER, text="Says the hospital.")
LEAD = given("l", "worker_allocated", "Mon 2018-09-03", worker="sam", role="lead_social_worker")
GONE = given("g", "absence_started", "Tue 2018-09-04", about=(), worker="sam")
NEGLECTED = (conference("ic", "Mon 2018-09-03"), LEAD)
NAMES = (
    "At once for this child: Second injury within a year; Parent out of treatment, or a positive test; "
    "Incidents close together; Excluded adult found."
)

MANY_AT_ONCE = Spec(
    "SIG-MANY-AT-ONCE",
    (
        Example("Three things at once.", THREE, "Fri 2018-09-14", ()),
        Example(
            "A fourth: they are listed by name.",
            (*THREE, back("Mon 2018-09-10")),
            "Fri 2018-09-14",
            (Expect(state="raised", raised_on="2018-09-10", evidence=("j", "t", "b", "r"), says=NAMES),),
        ),
        Example(
            "A fifth says nothing new.",
            (*THREE, back("Mon 2018-09-10"), given("q", "legal_advice_recorded", "Mon 2018-09-03", advice="Threshold.")),
            "Fri 2018-09-14",
            RAISED,
        ),
        Example("No plan.", (*THREE[1:], back("Mon 2018-09-10"), *sighted("Mon 2018-09-10")), "Fri 2018-09-14", ()),
        Example(
            "No plan, and four all the same.",
            (
                AWAY,
                INJURED,
                AGAIN,
                *TWICE,
                back("Mon 2018-09-10"),
                given("m", "contact_missed", "Mon 2018-09-10", kind="refused", service="visit"),
                given("n", "contact_missed", "Tue 2018-09-11", kind="refused", service="visit"),
            ),
            "Fri 2018-09-14",
            (),
        ),
        Example(
            "One entry that raises two has one cause.",
            (*THREE[:5], SUSPECTED, back("Mon 2018-09-10"), *sighted("Mon 2018-09-10")),
            "Fri 2018-09-14",
            (),
        ),
        Example(
            "One that was over 27 days before still counts.",
            (*LONG_AGO, back("Wed 2018-10-03")),
            "Fri 2018-10-05",
            (Expect(raised_on="2018-10-03", met_on="2018-10-04"),),
        ),
        Example("28 days before it does not.", (*LONG_AGO, back("Thu 2018-10-04")), "Fri 2018-10-05", ()),
        Example(
            "All four met by one decision: four weeks later it is over.",
            (
                *THREE,
                back("Mon 2018-09-10"),
                given("s", "strategy_discussion_held", "Wed 2018-09-12", decision="section47"),
                *sighted("Fri 2018-09-14", "Mon 2018-09-24", "Thu 2018-10-04", "Mon 2018-10-15"),
            ),
            "Fri 2018-10-19",
            (Expect(state="ended", raised_on="2018-09-10", met_on="2018-10-10"),),
        ),
        Example(
            "The plan ends it.",
            (*THREE, back("Mon 2018-09-10"), given("e", "plan_ended", "Wed 2018-09-12", plan="child_in_need", reason_="Moved.")),
            "Fri 2018-09-14",
            (Expect(state="ended", met_on="2018-09-12"),),
        ),
        Example(
            "A plan that nobody carries out: its being made is no one cause.",
            NEGLECTED,
            "Thu 2018-09-20",
            (Expect(state="raised", raised_on="2018-09-18"),),
        ),
        Example("The worker who leads is away: one cause.", (*NEGLECTED, GONE), "Thu 2018-09-20", ()),
        Example(
            "Back before anything was due: no cause.",
            (*NEGLECTED, GONE, given("h", "absence_ended", "Fri 2018-09-07", about=(), worker="sam")),
            "Thu 2018-09-20",
            RAISED,
        ),
        Example("The brother's troubles are his.", (PLAN, AWAY, INJURED, AGAIN, LEFT), "Fri 2018-09-14", ()),
        Example(
            "The fourth was written down three days late.",
            (*THREE, given("r", "household_changed", "Mon 2018-09-10", joined=[FATHER], left=[], recorded="Thu 2018-09-13")),
            "Fri 2018-09-14",
            (Expect(raised_on="2018-09-13"),),
        ),
    ),
)

AHEAD = visit("v", "Wed 2018-10-10", recorded="Mon 2018-10-08")

FUTURE_DATED = Spec(
    "SIG-FUTURE-DATED",
    (
        Example("A visit written down on its day.", (visit("v", "Wed 2018-10-10", recorded="Wed 2018-10-10"),), END, ()),
        Example(
            "A visit of Wednesday, written down on Monday: it shows on Monday.",
            (AHEAD,),
            "Mon 2018-10-08",
            (Expect(state="raised", raised_on="2018-10-08", evidence=("v",)),),
        ),
        Example("It still does once the day has come.", (AHEAD,), END, (Expect(state="raised", raised_on="2018-10-08"),)),
        Example("Read before it was written down.", (AHEAD,), "Sun 2018-10-07", ()),
        Example(
            "At ten it is written that the visit was at a quarter past: clocks differ.",
            (visit("v", "Mon 2018-10-08T10:15", recorded="Mon 2018-10-08T10:00"),),
            END,
            (),
        ),
        Example(
            "A minute later, it was not yet.",
            (visit("v", "Mon 2018-10-08T10:16", recorded="Mon 2018-10-08T10:00"),),
            END,
            (
                Expect(
                    state="raised",
                    raised_on="2018-10-08",
                    says=(
                        "An entry says that something was done on 8 Oct 2018 at 10:16, which was still to come when it was "
                        "recorded."
                    ),
                ),
            ),
        ),
        Example(
            "The child has died since: the record is as wrong as before.",
            (
                visit("v", "Wed 2018-10-10", recorded="Mon 2018-10-08"),
                given("d", "death_recorded", "Sun 2018-10-07", person=CHILD),
            ),
            END,
            RAISED,
        ),
        Example(
            "A visit booked claims nothing.",
            (given("b", "visit_booked", "Wed 2018-10-10", recorded="Mon 2018-10-08", worker="sam", for_="2018-10-15"),),
            END,
            (),
        ),
        Example(
            "Leave that is coming claims nothing.",
            (given("b", "absence_started", "Wed 2018-10-10", about=(CHILD,), recorded="Mon 2018-10-08", worker="sam"),),
            END,
            (),
        ),
        Example(
            "Some day of a range that has begun can have been.",
            (given("v", "core_group_held", ("Mon 2018-10-08", "Fri 2018-10-12"), recorded="Mon 2018-10-08"),),
            END,
            (),
        ),
        Example(
            "Put right: withdrawn, and kept.",
            (AHEAD, visit("w", "Mon 2018-10-08", recorded="Tue 2018-10-09", corrects="v", reason="It was Monday.")),
            END,
            (Expect(state="withdrawn", raised_on="2018-10-08", withdrawn_on="2018-10-09"),),
        ),
        Example(
            "The brother's visit is his.", (visit("v", "Wed 2018-10-10", recorded="Mon 2018-10-08", about=(SIBLING,)),), END, ()
        ),
        Example(
            "An incident of the mother's alone is shown with her.",
            (incident("v", "Wed 2018-10-10", recorded="Mon 2018-10-08", about=(MOTHER,)),),
            END,
            RAISED,
            child=MOTHER,
        ),
        Example(
            "One about her child as well is shown with the child.",
            (incident("v", "Wed 2018-10-10", recorded="Mon 2018-10-08", about=(MOTHER, CHILD)),),
            END,
            (),
            child=MOTHER,
        ),
    ),
)
