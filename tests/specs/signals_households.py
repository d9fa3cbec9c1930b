"""Signals about who is in the home, where it is, and who must not be there."""

from typing import Any

from tests.specs.kit import (
    CHILD,
    FATHER,
    GRANDMOTHER,
    MOTHER,
    SIBLING,
    Example,
    Expect,
    Given,
    Spec,
    conference,
    given,
    person,
    visit,
)
from tests.specs.sightings import NOT_SIGHTINGS, SIGHTINGS

RAISED = (Expect(state="raised"),)
END = "Mon 2018-12-31"
LEE = {"lee": person("lee", "Lee", "1990-01-01", "M"), "kit": person("kit", "Kit", "2005-05-05")}
PLAN = conference("ic", "Mon 2018-09-03")


def joined(id: str, happened: str, *who: str, **rest: Any) -> Given:
    """Somebody moves in."""
    return given(id, "household_changed", happened, joined=list(who), left=[], **rest)


def living(id: str, happened: str, *who: str, **rest: Any) -> Given:
    """Who lives there, as an agency knows it."""
    return given(id, "household_recorded", happened, members=list(who), **rest)


def checks(id: str, happened: str, *agencies: str, of: str = "lee", **rest: Any) -> Given:
    """Checks about one adult."""
    rows = [{"agency": each, "answer": "nothing_known"} for each in agencies]
    return given(id, "checks_made", happened, person=of, checks=rows, **rest)


def incident(id: str, happened: str, *who: str, present: str = "no", **rest: Any) -> Given:
    """Something happened in the family."""
    return given(id, "incident_recorded", happened, kind="arrest", involved=list(who), children_present=present, **rest)


IN = joined("j", "Mon 2018-10-08", "lee")
NAMED = (
    "Lee Rowan was named in the home, or as a partner, on 8 Oct 2018; no check with the police and another agency is recorded."
)

ADULT_UNCHECKED = Spec(
    "SIG-ADULT-UNCHECKED",
    tuple(
        Example(says, entries, as_at, expect, people=LEE)
        for says, entries, as_at, expect in (
            ("A working day after somebody moved in, not yet.", (IN,), "Tue 2018-10-09", ()),
            (
                "The day after that nothing is known of them.",
                (IN,),
                "Wed 2018-10-10",
                (Expect(state="raised", raised_on="2018-10-10", evidence=("j",), says=NAMED),),
            ),
            ("Checked with the police and health in time.", (IN, checks("k", "Tue 2018-10-09", "police", "health")), END, ()),
            ("The police alone are not enough.", (IN, checks("k", "Tue 2018-10-09", "police")), END, RAISED),
            (
                "Checked too late: ended.",
                (IN, checks("k", "Fri 2018-10-12", "police", "housing")),
                END,
                (Expect(state="ended", met_by="k"),),
            ),
            (
                "Checked within the year before.",
                (checks("k", "Mon 2017-10-09", "police", "health"), IN),
                END,
                (),
            ),
            ("Checked a year and a day before.", (checks("k", "Sat 2017-10-07", "police", "health"), IN), END, RAISED),
            (
                "Checked last month, arrested since.",
                (checks("k", "Mon 2018-09-03", "police", "health"), incident("i", "Mon 2018-09-17", "lee"), IN),
                END,
                RAISED,
            ),
            (
                "Checked last month; somebody else was arrested since.",
                (checks("k", "Mon 2018-09-03", "police", "health"), incident("i", "Mon 2018-09-17", MOTHER), IN),
                END,
                (),
            ),
            (
                "Checked long ago; what came since is older still than a year.",
                (incident("i", "Mon 2016-10-10", "lee"), checks("k", "Mon 2017-07-10", "police", "health"), IN),
                END,
                RAISED,
            ),
            ("Somebody else was checked.", (IN, checks("k", "Tue 2018-10-09", "police", "health", of=MOTHER)), END, RAISED),
            (
                "A safety check of them as a carer.",
                (
                    IN,
                    given(
                        "s", "safety_check_completed", "Tue 2018-10-09", carer="lee", police=True, health=True, outcome="Nothing."
                    ),
                ),
                END,
                (),
            ),
            ("A child who moves in is no adult.", (joined("j", "Mon 2018-10-08", "kit"),), END, ()),
            ("A father who moves in is news.", (joined("j", "Mon 2018-10-08", FATHER),), END, RAISED),
            ("A mother who lives there is not.", (living("h", "Mon 2018-10-08", MOTHER, CHILD, SIBLING),), END, ()),
            ("Somebody who lives there is.", (living("h", "Mon 2018-10-08", MOTHER, CHILD, "lee"),), END, RAISED),
            (
                "A partner who does not live there is.",
                (given("h", "household_recorded", "Mon 2018-10-08", members=[MOTHER, CHILD], partners=["lee"]),),
                END,
                RAISED,
            ),
            (
                "Two who move in are two questions.",
                (joined("j", "Mon 2018-10-08", "lee", GRANDMOTHER), checks("k", "Tue 2018-10-09", "police", "health")),
                END,
                RAISED,
            ),
            ("Somebody known only by a name.", (joined("j", "Mon 2018-10-08", "a man called Dave"),), END, RAISED),
        )
    ),
)

A = living("a", "Mon 2018-09-03", MOTHER, CHILD, by="sam")
B = living("b", "Sun 2018-10-28", MOTHER, CHILD, "lee", by="dsl")

HOUSEHOLD_CONFLICT = Spec(
    "SIG-HOUSEHOLD-CONFLICT",
    (
        Example("One agency's word.", (A,), END, ()),
        Example(
            "Another's says otherwise, 55 days later.",
            (A, B),
            END,
            (Expect(state="raised", raised_on="2018-10-28", evidence=("a", "b")),),
            people=LEE,
        ),
        Example(
            "56 days later it is not within eight weeks.",
            (A, living("b", "Mon 2018-10-29", MOTHER, CHILD, "lee", by="dsl")),
            END,
            (),
            people=LEE,
        ),
        Example("The same people.", (A, living("b", "Mon 2018-10-01", CHILD, MOTHER, by="dsl")), END, ()),
        Example(
            "The same agency puts its own word right.",
            (A, living("b", "Mon 2018-10-01", MOTHER, CHILD, "lee", by="ravi")),
            END,
            (),
            people=LEE,
        ),
        Example("A dated move between the two explains it.", (A, joined("j", "Mon 2018-10-01", "lee"), B), END, (), people=LEE),
        Example(
            "So does a change of address.",
            (
                A,
                given("m", "address_changed", "Mon 2018-10-01", person=CHILD, address="2 Elm Road", confirmed_by="sam"),
                B,
            ),
            END,
            (),
            people=LEE,
        ),
        Example(
            "A move recorded afterwards ends it.",
            (A, B, joined("j", "Mon 2018-10-29", "lee")),
            END,
            (Expect(state="ended", met_by="j"),),
            people=LEE,
        ),
        Example(
            "They agree again: ended.",
            (A, B, living("c", "Mon 2018-11-05", MOTHER, CHILD, "lee", by="sam")),
            END,
            (Expect(state="ended", met_by="c"),),
            people=LEE,
        ),
        Example(
            "Who lives there was not recorded.",
            (A, given("b", "household_recorded", "Mon 2018-10-01", by="dsl", members=[])),
            END,
            (),
        ),
        Example(
            "The brother's home is another.",
            (A, living("b", "Mon 2018-10-01", SIBLING, FATHER, by="dsl", about=(SIBLING,))),
            END,
            (),
        ),
    ),
)


def held(id: str, happened: str, organisation: str, address: str | None = "1 Oak Lane", who: str = CHILD, **rest: Any) -> Given:
    """The address an agency has."""
    fields = rest if address is None else {"address": address} | rest
    return given(id, "address_held", happened, person=who, organisation=organisation, **fields)


def moved(id: str, happened: str, address: str = "2 Elm Road", by: str = "sam", who: str = CHILD, **rest: Any) -> Given:
    """Somebody lives somewhere else now."""
    return given(id, "address_changed", happened, person=who, address=address, confirmed_by=by, **rest)


BOOKED = given("k", "visit_booked", "Mon 2018-10-01", worker="sam", for_="2018-10-15")
SCHOOLS = held("s", "Mon 2018-10-01", "school")

ADDRESS_MISMATCH = Spec(
    "SIG-ADDRESS-MISMATCH",
    (
        Example("One agency's address.", (SCHOOLS,), END, ()),
        Example("Two that agree, written differently.", (SCHOOLS, held("h", "Mon 2018-10-08", "health", "1, oak lane")), END, ()),
        Example(
            "Two that do not, 59 days apart.",
            (SCHOOLS, held("h", "Thu 2018-11-29", "health", "9 Ash Way")),
            END,
            (Expect(state="raised", raised_on="2018-11-29", evidence=("s", "h")),),
        ),
        Example(
            "Sixty days apart the first is no current word.",
            (SCHOOLS, held("h", "Fri 2018-11-30", "health", "9 Ash Way")),
            END,
            (),
        ),
        Example("The school's own new address.", (SCHOOLS, held("h", "Mon 2018-10-08", "school", "9 Ash Way")), END, ()),
        Example("A move that the school confirmed.", (SCHOOLS, moved("m", "Mon 2018-10-08", by="dsl")), END, ()),
        Example("A move that somebody else confirmed.", (SCHOOLS, moved("m", "Mon 2018-10-08")), END, RAISED),
        Example(
            "The school follows: they agree.",
            (SCHOOLS, moved("m", "Mon 2018-10-08"), held("t", "Mon 2018-10-15", "school", "2 Elm Road")),
            END,
            (Expect(state="ended", met_by="t"),),
        ),
        Example(
            "An address kept back is never compared.",
            (SCHOOLS, held("h", "Mon 2018-10-08", "health", None, kept_back=True)),
            END,
            (),
        ),
        Example(
            "Nor one that was written down and kept back.",
            (SCHOOLS, held("h", "Mon 2018-10-08", "health", "9 Ash Way", kept_back=True)),
            END,
            (),
        ),
        Example("An address that is over is nobody's.", (SCHOOLS, moved("m", "Mon 2018-10-08", until="2018-10-12")), END, ()),
        Example(
            "Nor one that an agency had until then.",
            (SCHOOLS, held("h", "Mon 2018-10-08", "health", "9 Ash Way", until="2018-10-12")),
            END,
            (),
        ),
        Example("Nor a refuge.", (SCHOOLS, moved("m", "Mon 2018-10-08", "Withheld: refuge")), END, ()),
        Example(
            "No address is ever shown.",
            (SCHOOLS, moved("m", "Mon 2018-10-08")),
            END,
            (Expect(says="Two agencies hold different addresses for this child, the later recorded on 8 Oct 2018."),),
        ),
        Example(
            "The mother's address is another.", (SCHOOLS, held("h", "Mon 2018-10-08", "health", "9 Ash Way", MOTHER)), END, ()
        ),
        Example(
            "A move after a visit was booked.",
            (BOOKED, moved("m", "Mon 2018-10-08")),
            END,
            (Expect(state="raised", raised_on="2018-10-08", evidence=("m",)),),
        ),
        Example("On the day it is for.", (BOOKED, moved("m", "Mon 2018-10-15")), END, RAISED),
        Example("The day after.", (BOOKED, moved("m", "Tue 2018-10-16")), END, ()),
        Example("The visit was made before.", (BOOKED, visit("v", "Fri 2018-10-05"), moved("m", "Mon 2018-10-08")), END, ()),
        Example(
            "It had come to nothing before.",
            (
                BOOKED,
                given("x", "contact_missed", "Fri 2018-10-05", kind="cancelled", service="visit"),
                moved("m", "Mon 2018-10-08"),
            ),
            END,
            (),
        ),
        Example(
            "It had been booked again for an earlier day.",
            (BOOKED, given("x", "visit_booked", "Tue 2018-10-02", worker="sam", for_="2018-10-05"), moved("m", "Mon 2018-10-08")),
            END,
            (),
        ),
        *(
            Example(f"{what} ends it.", (BOOKED, first, done), END, (Expect(state="ended", met_by="x"),))
            for first in (moved("m", "Mon 2018-10-08"),)
            for what, done in (
                ("Booking it again", given("x", "visit_booked", "Tue 2018-10-09", worker="sam", for_="2018-10-16")),
                ("The visit", visit("x", "Mon 2018-10-15")),
                ("Its not coming about", given("x", "contact_missed", "Mon 2018-10-15", kind="no_access", service="visit")),
            )
        ),
        Example("Moved, and gone from there.", (BOOKED, moved("m", "Mon 2018-10-08", until="2018-10-12")), END, ()),
        Example("A refuge again.", (BOOKED, moved("m", "Mon 2018-10-08", "Withheld: refuge")), END, ()),
        Example("The mother's move.", (BOOKED, moved("m", "Mon 2018-10-08", who=MOTHER)), END, ()),
        Example(
            "The school has a newer address.",
            (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school", "2 Elm Road")),
            END,
            RAISED,
        ),
        Example("The school has the same.", (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school")), END, ()),
        Example("The first address anybody has is no newer one.", (BOOKED, held("t", "Mon 2018-10-08", "school")), END, ()),
        *(
            Example(
                f"The school has a newer address, after {what}.",
                (SCHOOLS, BOOKED, done, held("t", "Mon 2018-10-08", "school", "2 Elm Road")),
                END,
                (),
            )
            for what, done in (
                ("the visit", visit("x", "Fri 2018-10-05")),
                ("it came to nothing", given("x", "contact_missed", "Fri 2018-10-05", kind="cancelled", service="visit")),
                (
                    "it was booked for an earlier day",
                    given("x", "visit_booked", "Tue 2018-10-02", worker="sam", for_="2018-10-05"),
                ),
            )
        ),
        Example(
            "The school's newer address is withheld.",
            (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school", "Withheld")),
            END,
            (),
        ),
        Example(
            "Another agency's kept-back address is not what the school's is newer than.",
            (
                SCHOOLS,
                held("h", "Tue 2018-10-02", "health", "9 Ash Way", kept_back=True),
                BOOKED,
                held("t", "Mon 2018-10-08", "school"),
            ),
            END,
            (),
        ),
        Example(
            "The school's newer address is over.",
            (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school", "2 Elm Road", until="2018-10-12")),
            END,
            (),
        ),
        Example(
            "What another agency had until then is not what the school's is newer than.",
            (
                SCHOOLS,
                held("h", "Tue 2018-10-02", "health", "9 Ash Way", until="2018-10-03"),
                BOOKED,
                held("t", "Mon 2018-10-08", "school"),
            ),
            END,
            (),
        ),
        Example("No visit is booked.", (SCHOOLS, held("t", "Mon 2018-10-08", "school", "2 Elm Road")), END, ()),
        Example(
            "The school's newer address is kept back.",
            (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school", "2 Elm Road", kept_back=True)),
            END,
            (),
        ),
        Example(
            "The school has a newer address of the mother.",
            (SCHOOLS, BOOKED, held("t", "Mon 2018-10-08", "school", "2 Elm Road", MOTHER)),
            END,
            (),
        ),
        Example(
            "The mother's address before is not the child's.",
            (
                held("s", "Mon 2018-10-01", "school", "1 Oak Lane", MOTHER),
                BOOKED,
                held("t", "Mon 2018-10-08", "school", "2 Elm Road"),
            ),
            END,
            (),
        ),
        Example(
            "A move, and then the school's word of the same: nothing newer.",
            (moved("m", "Mon 2018-10-01", by="dsl"), BOOKED, held("t", "Mon 2018-10-08", "school", "2 Elm Road")),
            END,
            (),
        ),
        Example(
            "A refuge before it is not compared with.",
            (
                moved("m", "Mon 2018-10-01", "Refuge, withheld", by="dsl"),
                BOOKED,
                held("t", "Mon 2018-10-08", "school", "2 Elm Road"),
            ),
            END,
            (),
        ),
        Example(
            "A move, and then another address.",
            (moved("m", "Mon 2018-10-01", by="dsl"), BOOKED, held("t", "Mon 2018-10-08", "school", "3 Fir Close")),
            END,
            RAISED,
        ),
    ),
)


def nobody(id: str, happened: str, kind: str = "no_access", **rest: Any) -> Given:
    """Nobody came to the door."""
    return given(id, "contact_missed", happened, kind=kind, service="visit", **rest)


GONE = (PLAN, nobody("a", "Mon 2018-10-08"))

WHEREABOUTS_UNKNOWN = Spec(
    "SIG-WHEREABOUTS-UNKNOWN",
    (
        Example("Three days later, not yet.", GONE, "Thu 2018-10-11", ()),
        Example(
            "The day after that.", GONE, "Fri 2018-10-12", (Expect(state="raised", raised_on="2018-10-12", evidence=("a",)),)
        ),
        Example("No plan.", GONE[1:], END, ()),
        Example("Refused at the door: they are at home.", (PLAN, nobody("a", "Mon 2018-10-08", "refused")), END, ()),
        Example("A visit that found nobody.", (PLAN, visit("a", "Mon 2018-10-08", ())), END, RAISED),
        Example("A visit that found the mother.", (PLAN, visit("a", "Mon 2018-10-08", (MOTHER,))), END, ()),
        Example("A visit that does not say.", (PLAN, given("a", "visit_made", "Mon 2018-10-08", kind="other")), END, ()),
        Example(
            "Failed again and again: said once.",
            (*GONE, nobody("b", "Tue 2018-10-09"), nobody("c", "Mon 2018-10-15")),
            END,
            RAISED,
        ),
        Example(
            "The address confirmed on the third day.",
            (*GONE, moved("m", "Thu 2018-10-11", "1 Oak Lane")),
            END,
            (),
        ),
        Example("An agency confirms it.", (*GONE, held("m", "Thu 2018-10-11", "school")), END, ()),
        Example("The mother's address is not the child's.", (*GONE, moved("m", "Thu 2018-10-11", who=MOTHER)), END, RAISED),
        Example(
            "Where they lived until then is not where they are.",
            (*GONE, moved("m", "Wed 2018-10-10", until="2018-10-11")),
            END,
            RAISED,
        ),
        Example(
            "Nor what an agency had until then.", (*GONE, held("m", "Thu 2018-10-11", "school", until="2018-10-11")), END, RAISED
        ),
        Example(
            "Confirmed on the fifth day: it had shown.",
            (*GONE, moved("m", "Sat 2018-10-13", "1 Oak Lane")),
            END,
            (Expect(state="ended", raised_on="2018-10-12", met_by="m"),),
        ),
        Example(
            "The plan ends it.",
            (*GONE, conference("rc", "Mon 2018-10-22", "plan_ended", "review")),
            END,
            (Expect(state="ended"),),
        ),
        Example(
            "Found, and lost again: said again.",
            (*GONE, moved("m", "Thu 2018-10-11", "1 Oak Lane"), nobody("b", "Mon 2018-10-22")),
            END,
            (Expect(raised_on="2018-10-26"),),
        ),
        Example(
            "The mother's move in between changes nothing: still once.",
            (*GONE, moved("m", "Thu 2018-10-11", who=MOTHER), nobody("b", "Mon 2018-10-22")),
            END,
            RAISED,
        ),
        Example(
            "Where they lived until then, and nobody in again: still once.",
            (*GONE, moved("m", "Wed 2018-10-10", until="2018-10-11"), nobody("b", "Mon 2018-10-22")),
            END,
            RAISED,
        ),
        Example(
            "An agency's word in between, and lost again.",
            (*GONE, held("m", "Thu 2018-10-11", "school"), nobody("b", "Mon 2018-10-22")),
            END,
            (Expect(raised_on="2018-10-26"),),
        ),
        *(Example(f"{what}: found.", (*GONE, seen("Thu 2018-10-11", (CHILD,))), END, ()) for what, seen in SIGHTINGS),
        *(Example(f"{what}: not found.", (*GONE, seen("Thu 2018-10-11", (CHILD,))), END, RAISED) for what, seen in NOT_SIGHTINGS),
        *(
            Example(
                f"{what}, and lost again.",
                (*GONE, seen("Thu 2018-10-11", (CHILD,)), nobody("b", "Mon 2018-10-22")),
                END,
                (Expect(raised_on="2018-10-26"),),
            )
            for what, seen in SIGHTINGS
        ),
        *(
            Example(
                f"{what}, and nobody in again: still once.",
                (*GONE, seen("Thu 2018-10-11", (CHILD,)), nobody("b", "Mon 2018-10-22")),
                END,
                RAISED,
            )
            for what, seen in NOT_SIGHTINGS
        ),
    ),
)

AWAY = given("x", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="bail")
WATCHED = given("x", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="order", supervised_allowed=True)
AGREED = given("x", "safety_plan_agreed", "Mon 2018-09-03", text="Father stays away.", excluded=[FATHER])
AGREED_WATCHED = given(
    "x", "safety_plan_agreed", "Mon 2018-09-03", text="Father only supervised.", excluded=[FATHER], supervised_allowed=True
)


def time_with(id: str, happened: str, **rest: Any) -> Given:
    """Time with the father."""
    return given(id, "family_time_held", happened, with_=[FATHER], **rest)


def found(who: str = FATHER) -> tuple[tuple[str, Given], ...]:
    """Ways in which somebody shows up."""
    day = "Mon 2018-10-08"
    return (
        ("The child stays with them", given("f", "stay_started", day, with_=[who], arrangement="family")),
        ("They move in", joined("f", day, who)),
        ("They live there, an agency says", living("f", day, MOTHER, who)),
        ("They were seen at a visit", visit("f", day, (CHILD, who))),
        ("They were in an incident with the child there", incident("f", day, who, present="yes")),
        ("They spent time together unwatched", given("f", "family_time_held", day, with_=[who], supervised=False)),
        ("They spent time together, watched or not", given("f", "family_time_held", day, with_=[who])),
    )


ENDINGS = (
    ("A strategy discussion", given("e", "strategy_discussion_held", "Wed 2018-10-10", decision="section47")),
    ("A manager's decision", given("e", "management_decision_recorded", "Wed 2018-10-10", decision="Stay away", reasons="Risk.")),
    ("A conference", conference("e", "Wed 2018-10-10")),
    ("A new safety plan", given("e", "safety_plan_agreed", "Wed 2018-10-10", text="As before.")),
    ("The end of the exclusion", given("e", "exclusion_ended", "Wed 2018-10-10", exclusion="x", reason_="Bail lifted.")),
)

SAFETY_PLAN_BREACH = Spec(
    "SIG-SAFETY-PLAN-BREACH",
    (
        *(
            Example(
                f"{what}, kept away by {how}.",
                (away, entry),
                END,
                (Expect(state="raised", raised_on="2018-10-08", evidence=("f",)),),
            )
            for how, away in (("bail", AWAY), ("a safety plan", AGREED))
            for what, entry in found()
        ),
        *(Example(f"{what}, and nothing keeps them away.", (entry,), END, ()) for what, entry in found()),
        *(
            Example(f"{what}; somebody else is kept away by {how}.", (away, entry), END, ())
            for how, away in (("bail", AWAY), ("a safety plan", AGREED))
            for what, entry in found(MOTHER)
        ),
        *(
            Example(
                f"{what}, after {why}.",
                (AWAY, given("e", "exclusion_ended", "Mon 2018-10-01", exclusion=of, reason_="Over."), entry),
                END,
                lines,
            )
            for why, of, lines in (("it was lifted", "x", ()), ("another was lifted", "y", RAISED))
            for what, entry in found()
        ),
        *(
            Example(
                f"{what}; {why}.",
                (given("x", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="bail", until=until), entry),
                END,
                lines,
            )
            for why, until, lines in (
                ("it lasted until that day", "2018-10-08", RAISED),
                ("it lasted until the day before", "2018-10-07", ()),
            )
            for what, entry in found()
        ),
        *(
            Example(
                f"{what}, after a new safety plan that {why}.",
                (AGREED, given("e", "safety_plan_agreed", "Mon 2018-10-01", text="New.", **now), entry),
                END,
                lines,
            )
            for why, now, lines in (
                ("keeps nobody away", {"excluded": []}, ()),
                ("does not say who is kept away", {}, RAISED),
            )
            for what, entry in found()
        ),
        Example(
            "In an incident of which the child is only aware.",
            (AWAY, incident("f", "Mon 2018-10-08", FATHER, present="aware")),
            END,
            (),
        ),
        Example("Seen at the office, not at home.", (AWAY, visit("f", "Mon 2018-10-08", (CHILD, FATHER), home=False)), END, ()),
        *(
            Example(f"Time watched, which {how} {allows}.", (away, time_with("f", "Mon 2018-10-08", supervised=True)), END, lines)
            for how, allows, away, lines in (
                ("bail", "does not allow", AWAY, RAISED),
                ("the order", "allows", WATCHED, ()),
                ("the safety plan", "does not allow", AGREED, RAISED),
                ("the safety plan", "allows", AGREED_WATCHED, ()),
            )
        ),
        *(
            Example(
                f"Time unwatched, where {how} allows it watched.",
                (away, time_with("f", "Mon 2018-10-08", supervised=False)),
                END,
                RAISED,
            )
            for how, away in (("the order", WATCHED), ("the safety plan", AGREED_WATCHED))
        ),
        *(
            Example(f"Time watched {when}.", (*entries, time_with("f", "Mon 2018-10-08", supervised=True)), END, lines)
            for when, entries, lines in (
                ("with nobody kept away", (), ()),
                (
                    "with somebody else kept away",
                    (given("x", "person_excluded", "Mon 2018-09-03", person="lee", kept_away_by="bail"),),
                    (),
                ),
                (
                    "with somebody else kept away by a plan",
                    (given("x", "safety_plan_agreed", "Mon 2018-09-03", text="Lee.", excluded=["lee"]),),
                    (),
                ),
                (
                    "after it was lifted",
                    (AWAY, given("e", "exclusion_ended", "Mon 2018-10-01", exclusion="x", reason_="Over.")),
                    (),
                ),
                (
                    "after another was lifted",
                    (AWAY, given("e", "exclusion_ended", "Mon 2018-10-01", exclusion="y", reason_="Over.")),
                    RAISED,
                ),
                (
                    "after it ran out",
                    (given("x", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="bail", until="2018-10-07"),),
                    (),
                ),
                (
                    "on its last day",
                    (given("x", "person_excluded", "Mon 2018-09-03", person=FATHER, kept_away_by="bail", until="2018-10-08"),),
                    RAISED,
                ),
                (
                    "after a plan that keeps nobody away",
                    (AGREED, given("e", "safety_plan_agreed", "Mon 2018-10-01", text="New.", excluded=[])),
                    (),
                ),
                (
                    "after a plan that does not say",
                    (AGREED, given("e", "safety_plan_agreed", "Mon 2018-10-01", text="New.")),
                    RAISED,
                ),
            )
        ),
        *(
            Example(
                f"{what} ends it.", (AWAY, joined("f", "Mon 2018-10-08", FATHER), over), END, (Expect(state="ended", met_by="e"),)
            )
            for what, over in ENDINGS
        ),
    ),
)
