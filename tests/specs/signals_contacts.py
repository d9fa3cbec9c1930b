"""Signals about contacts that repeat and contacts that are closed."""

from collections.abc import Sequence
from typing import Any

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, contact, given, person, visit
from tests.specs.sightings import attended

RAISED = (Expect(state="raised"),)
END = "Mon 2018-12-31"


def linked(id: str, happened: str, entry: str, same_as: str) -> Given:
    """Somebody says that two reports are of one event."""
    return given(id, "reports_linked", happened, entry=entry, same_as=same_as)


def discussed(id: str, happened: str, **rest: Any) -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, decision="section47", **rest)


def decided(id: str, happened: str, decision: str, of: str = "c", reasons: str = "As written.", **rest: Any) -> Given:
    """What was decided about a contact."""
    return given(id, "contact_decided", happened, contact=of, decision=decision, reasons=reasons, **rest)


def from_one(id: str, happened: str, **sender: Any) -> Given:
    """A contact from somebody."""
    return contact(id, happened, from_={"role": "neighbour"} | sender)


TWO = (contact("a", "Mon 2018-07-02"), contact("b", "Mon 2018-09-03"))
THIRD = contact("c", "Tue 2019-01-01")
QUICK = (contact("a", "Mon 2018-10-01"), contact("b", "Thu 2018-10-04"), contact("c", "Wed 2018-10-10"))

REPEAT_CONTACTS = Spec(
    "SIG-REPEAT-CONTACTS",
    (
        Example("Two contacts are not three.", TWO, END, ()),
        Example(
            "A third the day before six months have gone by.",
            (*TWO, THIRD),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-01", evidence=("a", "b", "c")),),
        ),
        Example("A third six months later to the day.", (*TWO, contact("c", "Wed 2019-01-02")), "Thu 2019-01-31", ()),
        Example("Three within ten days.", QUICK, "Wed 2018-10-31", (Expect(raised_on="2018-10-10"),)),
        Example(
            "After many months of contacts, three within ten days are said again.",
            (
                contact("x", "Mon 2018-06-04"),
                contact("y", "Mon 2018-07-02"),
                contact("z", "Mon 2018-08-06"),
                contact("a", "Mon 2018-10-01"),
                contact("b", "Thu 2018-10-04"),
                contact("c", "Wed 2018-10-10"),
            ),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-08-06"), Expect(raised_on="2018-10-10")),
        ),
        Example(
            "The third of them on the tenth day is too late for that.",
            (
                contact("x", "Mon 2018-06-04"),
                contact("y", "Mon 2018-07-02"),
                contact("z", "Mon 2018-08-06"),
                contact("a", "Mon 2018-10-01"),
                contact("b", "Thu 2018-10-04"),
                contact("c", "Thu 2018-10-11"),
            ),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-08-06"),),
        ),
        Example(
            "One event that somebody said was reported twice counts once.",
            (*QUICK[:2], linked("l", "Thu 2018-10-04", "a", "b"), QUICK[2]),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Said afterwards, it ends it.",
            (*QUICK, linked("l", "Fri 2018-10-12", "a", "b")),
            "Wed 2018-10-31",
            (Expect(state="ended", met_by="l"),),
        ),
        Example(
            "A withdrawn contact does not count.",
            (
                *QUICK,
                given("w", "entry_withdrawn", "Fri 2018-10-12", withdraws="b", reason="Wrong child."),
            ),
            "Wed 2018-10-31",
            (Expect(state="withdrawn", raised_on="2018-10-10"),),
        ),
        *(
            Example(f"{what} ends {it}.", (*three, done), "Thu 2019-02-28", lines)
            for it, three, lines in (
                ("it", (*TWO, THIRD), (Expect(state="ended", met_by="x"),)),
                (
                    "the quick one too",
                    (
                        contact("m", "Thu 2018-09-20"),
                        contact("n", "Fri 2018-10-26"),
                        contact("o", "Fri 2018-11-23"),
                        contact("p", "Mon 2018-12-24"),
                        contact("q", "Mon 2018-12-31"),
                        contact("c", "Tue 2019-01-01"),
                    ),
                    (Expect(raised_on="2018-11-23"), Expect(state="ended", raised_on="2019-01-01", met_by="x")),
                ),
            )
            for what, done in (
                ("A strategy discussion", discussed("x", "Thu 2019-01-03")),
                ("An assessment", given("x", "assessment_started", "Thu 2019-01-03", kind="child_and_family")),
                ("Deciding on an assessment", decided("x", "Thu 2019-01-03", "assessment")),
            )
        ),
        *(
            Example(f"{what} does not end {it}.", (*three, done), "Thu 2019-02-28", lines)
            for it, three, lines in (
                ("it", (*TWO, THIRD), RAISED),
                (
                    "the quick one",
                    (
                        contact("m", "Thu 2018-09-20"),
                        contact("n", "Fri 2018-10-26"),
                        contact("o", "Fri 2018-11-23"),
                        contact("p", "Mon 2018-12-24"),
                        contact("q", "Mon 2018-12-31"),
                        contact("c", "Tue 2019-01-01"),
                    ),
                    (Expect(raised_on="2018-11-23"), Expect(state="raised", raised_on="2019-01-01")),
                ),
            )
            for what, done in (
                ("Deciding on nothing", decided("x", "Thu 2019-01-03", "no_further_action")),
                ("Deciding on another contact", decided("x", "Thu 2019-01-03", "assessment", "zz")),
            )
        ),
        Example(
            "Contacts about the brother are not this child's.",
            (*QUICK[:2], contact("c", "Wed 2018-10-10", about=(SIBLING,))),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

FOUR = (
    from_one("a", "Mon 2018-03-05", name="Mrs Hill"),
    from_one("b", "Mon 2018-05-07", name="Mr Dale"),
    from_one("c", "Mon 2018-07-02", role="teacher", organisation="school"),
)

MANY_REPORTERS = Spec(
    "SIG-MANY-REPORTERS",
    (
        Example("Three people are not four.", FOUR, END, ()),
        Example(
            "A fourth the day before eight months have gone by.",
            (*FOUR, from_one("d", "Sun 2018-11-04", name="Ms Vale")),
            END,
            (Expect(state="raised", raised_on="2018-11-04", evidence=("a", "b", "c", "d")),),
        ),
        Example("A fourth eight months later to the day.", (*FOUR, from_one("d", "Mon 2018-11-05", name="Ms Vale")), END, ()),
        Example(
            "A second person of the same school counts once.",
            (*FOUR, from_one("d", "Mon 2018-09-03", role="designated_safeguarding_lead", worker="dsl")),
            END,
            (),
        ),
        Example("The same neighbour again counts once.", (*FOUR, from_one("d", "Mon 2018-09-03", name="mrs hill")), END, ()),
        Example(
            "Two who gave no name count once.",
            (FOUR[0], FOUR[2], from_one("n", "Mon 2018-08-06"), from_one("d", "Mon 2018-09-03")),
            END,
            (),
        ),
        Example(
            "A strategy discussion ends it.",
            (*FOUR, from_one("d", "Mon 2018-09-03", name="Ms Vale"), discussed("x", "Tue 2018-09-04")),
            END,
            (Expect(state="ended", met_by="x"),),
        ),
        Example(
            "A fourth who spoke of the brother is not this child's fourth.",
            (*FOUR, contact("d", "Mon 2018-09-03", about=(SIBLING,), from_={"role": "neighbour", "name": "Ms Vale"})),
            END,
            (),
        ),
    ),
)

PUBLIC = (
    from_one("a", "Mon 2018-03-05", name="Mrs Hill"),
    from_one("b", "Mon 2018-05-07", role="grandmother"),
    from_one("c", "Tue 2018-09-04", role="member_of_the_public"),
)

PUBLIC_CONTACTS = Spec(
    "SIG-PUBLIC-CONTACTS",
    (
        Example("Two are not three.", PUBLIC[:2], END, ()),
        Example(
            "A neighbour, a grandmother and a passer-by, the last just within six months.",
            PUBLIC,
            END,
            (Expect(state="raised", raised_on="2018-09-04", evidence=("a", "b", "c")),),
        ),
        Example("Six months later to the day.", (*PUBLIC[:2], from_one("c", "Wed 2018-09-05")), END, ()),
        Example("The third came from the school.", (*PUBLIC[:2], contact("c", "Mon 2018-07-02")), END, ()),
        Example(
            "The same neighbour three times is three times.",
            tuple(
                from_one(id, day, name="Mrs Hill")
                for id, day in zip("abc", ("Mon 2018-07-02", "Mon 2018-07-09", "Mon 2018-07-16"), strict=True)
            ),
            END,
            RAISED,
        ),
        Example(
            "The third was about the brother.",
            (*PUBLIC[:2], contact("c", "Mon 2018-07-02", about=(SIBLING,), from_={"role": "neighbour"})),
            END,
            (),
        ),
        Example(
            "One of the three turned out to be the school: it is not one of the public.",
            (*PUBLIC, given("sc", "sender_confirmed", "Wed 2018-09-05", contact="a", worker="dsl", how="Rung back.")),
            END,
            (),
        ),
        Example("Seen alone: ended.", (*PUBLIC, visit("v", "Fri 2018-09-07", seen_alone=[CHILD])), END, (Expect(state="ended"),)),
        Example("Seen, not alone: not.", (*PUBLIC, visit("v", "Fri 2018-09-07", seen_alone=[])), END, RAISED),
    ),
)

C = contact("c", "Mon 2018-10-08")
NASTY = decided("d", "Wed 2018-10-10", "no_further_action", reasons="Malicious: a family dispute.")
HEARD = given("h", "referrer_heard", "Tue 2018-10-09", contact="c", text="I saw it myself.")

MALICIOUS_CLOSED = Spec(
    "SIG-MALICIOUS-CLOSED",
    (
        Example(
            "Closed as malicious; nobody was heard and the child was not seen.",
            (C, NASTY),
            END,
            (Expect(state="raised", raised_on="2018-10-10", evidence=("c", "d")),),
        ),
        Example("Heard and seen: closed with open eyes.", (C, HEARD, visit("v", "Tue 2018-10-09"), NASTY), END, ()),
        Example("Heard and not seen.", (C, HEARD, NASTY), END, RAISED),
        Example("Seen and not heard.", (C, visit("v", "Tue 2018-10-09"), NASTY), END, RAISED),
        Example("Seen the week before is not seen since.", (visit("v", "Mon 2018-10-01"), C, HEARD, NASTY), END, RAISED),
        Example(
            "Heard and seen afterwards ends it, once both have been.",
            (
                C,
                NASTY,
                given("h", "referrer_heard", "Fri 2018-10-12", contact="c", text="I saw it."),
                visit("v", "Mon 2018-10-15"),
            ),
            END,
            (Expect(state="ended", met_by="v"),),
        ),
        Example(
            "Another referrer was heard.",
            (
                C,
                contact("e", "Mon 2018-10-08"),
                given("h", "referrer_heard", "Tue 2018-10-09", contact="e", text="I saw it."),
                visit("v", "Tue 2018-10-09"),
                NASTY,
            ),
            END,
            RAISED,
        ),
        Example(
            "Another contact came before the decision: seen since the one that was closed.",
            (
                C,
                HEARD,
                visit("v", "Tue 2018-10-09"),
                contact("e", "Wed 2018-10-10"),
                decided("d", "Thu 2018-10-11", "no_further_action", reasons="Gossip."),
            ),
            END,
            (),
        ),
        Example("Closed for another reason.", (C, decided("d", "Wed 2018-10-10", "no_further_action")), END, ()),
        Example(
            "Not malicious, it says.", (C, decided("d", "Wed 2018-10-10", "no_further_action", reasons="Not malicious.")), END, ()
        ),
        Example(
            "No evidence of malice, though there is a feud.",
            (C, decided("d", "Wed 2018-10-10", "no_further_action", reasons="A feud, but no evidence of malice.")),
            END,
            (),
        ),
        Example(
            "Taken on all the same.", (C, decided("d", "Wed 2018-10-10", "assessment", reasons="Perhaps malicious.")), END, ()
        ),
    ),
)

CLOSED = decided("d", "Wed 2018-10-10", "no_further_action")
MANAGER = given(
    "m",
    "management_decision_recorded",
    "Thu 2018-10-11",
    by="kay",
    decision="Closed",
    reasons="Not seen: abroad with family.",
)


def assessment(id: str, happened: str) -> Given:
    """An assessment begins."""
    return given(id, "assessment_started", happened, kind="child_and_family")


def completed(id: str, happened: str, of: str = "a") -> Given:
    """It ends."""
    return given(id, "assessment_completed", happened, assessment=of, outcome="No further action.")


def ended(id: str, happened: str, plan: str = "child_in_need") -> Given:
    """A plan ends."""
    return given(id, "plan_ended", happened, plan=plan, reason_="Things are better.")


def closed(id: str, happened: str) -> Given:
    """A case closes."""
    return given(id, "case_closed", happened, kind="child_in_need", reason_="Things are better.")


SEEN_BEFORE, SEEN_SINCE = visit("v", "Mon 2018-10-01"), visit("v", "Tue 2018-10-09")
ASSESSED = (C, assessment("a", "Wed 2018-10-10"))
CLOSINGS: tuple[tuple[str, Sequence[Given]], ...] = (
    ("a contact", (C, CLOSED)),
    ("an assessment", (*ASSESSED, completed("d", "Wed 2018-11-07"))),
    ("a case", (C, closed("d", "Wed 2018-11-07"))),
    ("a child in need plan", (C, ended("d", "Wed 2018-11-07"))),
    ("early help", (C, ended("d", "Wed 2018-11-07", "early_help"))),
)

CLOSED_UNSEEN = Spec(
    "SIG-CLOSED-UNSEEN",
    (
        *(
            example
            for what, entries in CLOSINGS
            for example in (
                Example(f"Closing {what}, the child not seen.", entries, END, (Expect(state="raised", trigger="d"),)),
                Example(f"Closing {what}, the child seen since.", (*entries, SEEN_SINCE), END, ()),
                Example(f"Closing {what}, the child seen before the contact.", (*entries, SEEN_BEFORE), END, RAISED),
                Example(
                    f"Closing {what}, the child seen at school afterwards: ended.",
                    (*entries, attended("s", "Mon 2018-12-03")),
                    END,
                    (Expect(state="ended", met_by="s"),),
                ),
                Example(
                    f"Closing {what}: a manager said why the child was not seen.",
                    (*entries, MANAGER),
                    END,
                    (Expect(state="ended", met_by="m"),) if what == "a contact" else (),
                ),
                Example(
                    f"Closing {what}: a social worker's word is not a manager's.",
                    (
                        *entries,
                        given("m", "management_decision_recorded", "Mon 2018-12-03", decision="Closed", reasons="Not seen."),
                    ),
                    END,
                    RAISED,
                ),
                Example(
                    f"Closing {what}: a manager said something else.",
                    (
                        *entries,
                        given(
                            "m", "management_decision_recorded", "Mon 2018-12-03", by="kay", decision="Closed", reasons="Busy."
                        ),
                    ),
                    END,
                    RAISED,
                ),
            )
        ),
        Example("Advice given is closing too.", (C, decided("d", "Wed 2018-10-10", "information_and_advice")), END, RAISED),
        Example("Taken on is not.", (C, decided("d", "Wed 2018-10-10", "assessment")), END, ()),
        Example(
            "It was information about another child.",
            (C, decided("d", "Wed 2018-10-10", "no_further_action", reasons="Information about another child.")),
            END,
            (),
        ),
        Example(
            "A later contact does not make the earlier one's sighting old.",
            (C, SEEN_SINCE, contact("e", "Wed 2018-10-10"), decided("d", "Thu 2018-10-11", "no_further_action")),
            END,
            (),
        ),
        Example(
            "An assessment under way when another contact came: what opened it is the one before.",
            (C, SEEN_SINCE, assessment("a", "Wed 2018-10-10"), contact("e", "Mon 2018-10-22"), completed("d", "Wed 2018-11-07")),
            END,
            (),
        ),
        Example(
            "Two assessments: each is asked about its own.",
            (
                C,
                assessment("a", "Tue 2018-10-09"),
                SEEN_SINCE,
                contact("e", "Mon 2018-10-22"),
                assessment("b", "Tue 2018-10-23"),
                completed("d", "Wed 2018-11-07"),
            ),
            END,
            (),
        ),
        Example(
            "An assessment that no contact opened, the child seen in it.",
            (assessment("a", "Mon 2018-10-08"), SEEN_SINCE, completed("d", "Wed 2018-11-07")),
            END,
            (),
        ),
        Example(
            "And seen only before it.",
            (SEEN_BEFORE, assessment("a", "Mon 2018-10-08"), completed("d", "Wed 2018-11-07")),
            END,
            RAISED,
        ),
        Example(
            "The end of a child protection plan closes no case.", (C, ended("d", "Wed 2018-11-07", "child_protection")), END, ()
        ),
        Example(
            "A plan that ends as the case closes is said once.",
            (C, ended("e", "Wed 2018-10-31"), closed("d", "Wed 2018-11-07")),
            END,
            (Expect(trigger="d"),),
        ),
        Example(
            "A plan that ends more than a week before the case closes is an ending of its own.",
            (C, ended("e", "Tue 2018-10-30"), closed("d", "Wed 2018-11-07")),
            END,
            2 * RAISED,
        ),
    ),
)


def checks(id: str, happened: str, *agencies: str, answer: str = "answered", **rest: Any) -> Given:
    """Agencies that were asked."""
    return given(id, "checks_made", happened, checks=[{"agency": each, "answer": answer} for each in agencies], **rest)


ALL = ("police", "health", "education")
SMALL = {CHILD: person(CHILD, "Ash", "2013-10-11")}

HISTORY_NOT_SOUGHT = Spec(
    "SIG-HISTORY-NOT-SOUGHT",
    (
        Example("A working day after the decision, not yet.", (C, CLOSED), "Thu 2018-10-11", ()),
        Example(
            "The day after that, nobody has been asked.",
            (C, CLOSED),
            "Fri 2018-10-12",
            (Expect(state="raised", raised_on="2018-10-12", evidence=("c", "d")),),
        ),
        Example("All were asked.", (C, checks("k", "Tue 2018-10-09", *ALL), CLOSED), END, ()),
        Example("Asked on the working day after.", (C, CLOSED, checks("k", "Thu 2018-10-11", *ALL)), END, ()),
        Example(
            "Asked later still: ended.",
            (C, CLOSED, checks("k", "Mon 2018-10-15", *ALL)),
            END,
            (Expect(state="ended", raised_on="2018-10-12", met_by="k"),),
        ),
        Example(
            "Asked before this contact is asked about another.", (checks("k", "Mon 2018-10-01", *ALL), C, CLOSED), END, RAISED
        ),
        *(
            Example(
                f"Nobody asked {left_out}.",
                (C, checks("k", "Tue 2018-10-09", *(each for each in ALL if each != left_out)), CLOSED),
                END,
                (Expect(state="raised", evidence=("c", "k", "d")),),
            )
            for left_out in ALL
        ),
        Example("Refused is theirs, not ours.", (C, checks("k", "Tue 2018-10-09", *ALL, answer="refused"), CLOSED), END, ()),
        Example("Late is theirs, not ours.", (C, checks("k", "Tue 2018-10-09", *ALL, answer="delayed"), CLOSED), END, ()),
        Example(
            "The police, health and school were at the strategy discussion.",
            (
                C,
                discussed("s", "Tue 2018-10-09", present=[{"role": "police_officer"}, {"role": "gp"}, {"role": "teacher"}]),
                decided("d", "Wed 2018-10-10", "strategy_discussion"),
            ),
            END,
            (),
        ),
        Example(
            "The day before the fifth birthday there is no school to ask.",
            (C, checks("k", "Tue 2018-10-09", "police", "health"), CLOSED),
            END,
            (),
            people=SMALL,
        ),
        Example(
            "On it there is.",
            (C, checks("k", "Tue 2018-10-09", "police", "health"), CLOSED),
            END,
            RAISED,
            people={CHILD: person(CHILD, "Ash", "2013-10-10")},
        ),
        Example(
            "The family came from another area, which nobody asked.",
            (
                given("t", "transfer_in_requested", "Mon 2018-09-03", from_area="Southshire"),
                C,
                checks("k", "Tue 2018-10-09", *ALL),
                CLOSED,
            ),
            END,
            RAISED,
        ),
        Example(
            "And which somebody did.",
            (
                given("t", "transfer_in_requested", "Mon 2018-09-03", from_area="Southshire"),
                C,
                checks("k", "Tue 2018-10-09", *ALL, "previous_authority"),
                CLOSED,
            ),
            END,
            (),
        ),
        Example(
            "Passed to the worker of an open case.", (C, decided("d", "Wed 2018-10-10", "passed_to_allocated_worker")), END, ()
        ),
        Example(
            "Asked about this contact, though another came after.",
            (
                C,
                checks("k", "Tue 2018-10-09", *ALL),
                contact("e", "Wed 2018-10-10"),
                decided("d", "Thu 2018-10-11", "early_help"),
            ),
            END,
            (),
        ),
    ),
)
