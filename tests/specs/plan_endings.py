"""How a child protection plan ends: by a conference, and with its actions done."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person
from tests.specs.reviews import PLAN, review


def by_hand(happened: str, id: str = "pe", **rest: object) -> Given:
    """Somebody recorded that the plan ended."""
    return given(id, "plan_ended", happened, plan="child_protection", reason_="Stepped down.", **rest)


SECOND_PLAN = conference("ic2", "Wed 2019-06-05")

CP_50 = Spec(
    "CP-50",
    (
        Example(
            "A review conference decided to end it.",
            (PLAN, review("rc", "Thu 2019-01-03", "plan_ended")),
            "Thu 2019-01-31",
            (Expect(state="met", due="2019-01-03", met_by="rc", raised_on=None),),
        ),
        Example(
            "A manager ended it with no conference: it shows the same day.",
            (PLAN, by_hand("Mon 2018-12-03")),
            "Mon 2018-12-03",
            (
                Expect(
                    state="overdue",
                    raised_on="2018-12-03",
                    says="Plan ended on 3 Dec 2018 without review conference that decided to end it.",
                ),
            ),
        ),
        Example(
            "It was ended on the day after the conference that decided so.",
            (PLAN, review("rc", "Thu 2019-01-03", "plan_ended"), by_hand("Fri 2019-01-04")),
            "Thu 2019-01-31",
            (Expect(state="met", met_by="rc"),),
        ),
        Example(
            "A review that continued it is no decision to end it.",
            (PLAN, review("rc", "Thu 2019-01-03"), by_hand("Mon 2019-02-04")),
            "Thu 2019-02-28",
            (Expect(state="overdue", trigger="pe"),),
        ),
        Example(
            "Nor is a decision to end the brother's.",
            (
                PLAN,
                given(
                    "rc",
                    "conference_held",
                    "Thu 2019-01-03",
                    about=(CHILD, SIBLING),
                    kind="review",
                    decisions=[{"child": SIBLING, "decision": "plan_ended", "reasons": "His own."}],
                ),
                by_hand("Mon 2019-02-04"),
            ),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor one by an initial conference.",
            (PLAN, conference("ic2", "Mon 2018-12-03", "plan_ended")),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A review that decided there is to be no plan has ended it.",
            (PLAN, review("rc", "Thu 2019-01-03", "no_plan")),
            "Thu 2019-01-31",
            (Expect(state="met"),),
        ),
        Example(
            "The conference of the area the child moved to may end it.",
            (PLAN, conference("ti", "Mon 2018-12-03", "plan_ended", kind="transfer_in")),
            "Thu 2019-01-31",
            (Expect(state="met"),),
        ),
        Example(
            "The decision that ended the first plan says nothing about the second.",
            (PLAN, review("rc", "Thu 2019-01-03", "plan_ended"), SECOND_PLAN, by_hand("Mon 2019-07-01")),
            "Wed 2019-07-31",
            (Expect(state="met", trigger="rc"), Expect(state="overdue", trigger="pe", raised_on="2019-07-01")),
        ),
        Example(
            "Nor where the second began without a conference.",
            (
                PLAN,
                review("rc", "Thu 2019-01-03", "plan_ended"),
                given("ps", "plan_started", "Wed 2019-06-05", plan="child_protection", category="NEG"),
                by_hand("Mon 2019-07-01"),
            ),
            "Wed 2019-07-31",
            (Expect(state="met", trigger="rc"), Expect(state="overdue", trigger="pe")),
        ),
        Example(
            "At eighteen it ends by itself.",
            (PLAN, by_hand("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (Expect(state="met", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-12-03")},
        ),
        Example(
            "With the child's death it ended: what was written down two days later ended nothing.",
            (PLAN, given("died", "death_recorded", "Sat 2018-12-01", person=CHILD), by_hand("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "The day before eighteen it does not.",
            (PLAN, by_hand("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2000-12-04")},
        ),
        Example(
            "A plan for a child in need ends without a conference.",
            (
                given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),
                given("pe", "plan_ended", "Mon 2018-12-03", plan="child_in_need", reason_="Needs are met."),
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example("A plan that goes on has not ended.", (PLAN, review("rc", "Thu 2019-01-03")), "Thu 2019-01-31", ()),
        Example(
            "It had not been ended after all: that is taken back, and that it had shown stays.",
            (
                PLAN,
                by_hand("Mon 2018-12-03"),
                given("w", "entry_withdrawn", "Wed 2018-12-05T09:00", withdraws="pe", reason="Entered on the wrong child."),
            ),
            "Thu 2019-01-31",
            (Expect(state="not_required", raised_on="2018-12-03", withdrawn_on="2018-12-05"),),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (conference("ic", "Mon 2013-01-07"), by_hand("Fri 2013-04-12")),
            "Fri 2013-05-31",
            (),
        ),
    ),
)


def action(id: str, happened: str = "Wed 2018-10-17", plan: str = "child_protection") -> Given:
    """Something somebody is to do under the plan."""
    return given(
        id, "action_agreed", happened, plan=plan, action="Take Ash to the dentist.", for_="child", owner="hv", due="2018-12-14"
    )


def reviewed(id: str, what: str, happened: str, status: str = "done", **rest: object) -> Given:
    """How far an action had got."""
    return given(id, "action_reviewed", happened, action=what, status=status, **rest)


ENDED = review("rc", "Thu 2019-01-03", "plan_ended")

CP_51 = Spec(
    "CP-51",
    (
        Example(
            "Every action shown to be done.",
            (PLAN, action("a"), action("b"), reviewed("ra", "a", "Mon 2018-12-03"), reviewed("rb", "b", "Wed 2019-01-02"), ENDED),
            "Thu 2019-01-31",
            (Expect(state="met", due="2019-01-03", raised_on=None),),
        ),
        Example(
            "One of two not yet looked at.",
            (PLAN, action("a"), action("b"), reviewed("ra", "a", "Mon 2018-12-03"), ENDED),
            "Thu 2019-01-03",
            (Expect(state="overdue", raised_on="2019-01-03"),),
        ),
        Example(
            "Partly done is not done.",
            (PLAN, action("a"), reviewed("ra", "a", "Mon 2018-12-03", "partly"), ENDED),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The last look counts: done once, and not any more.",
            (PLAN, action("a"), reviewed("ra", "a", "Mon 2018-12-03"), reviewed("rb", "a", "Mon 2018-12-17", "not_done"), ENDED),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Done in the week after does not undo that the plan was ended before.",
            (PLAN, action("a"), reviewed("ra", "a", "Mon 2019-01-07"), ENDED),
            "Thu 2019-01-31",
            (Expect(state="overdue", raised_on="2019-01-03"),),
        ),
        Example(
            "Where no action was ever written down, it cannot be told.",
            (PLAN, ENDED),
            "Thu 2019-01-31",
            (Expect(state="cannot_tell", raised_on=None),),
        ),
        Example(
            "An action of an early help plan is not one of this plan's.",
            (PLAN, action("a"), reviewed("ra", "a", "Mon 2018-12-03"), action("eh", plan="early_help"), ENDED),
            "Thu 2019-01-31",
            (Expect(state="met"),),
        ),
        Example(
            "Nor is one that was agreed after it had ended.",
            (PLAN, action("a"), reviewed("ra", "a", "Mon 2018-12-03"), ENDED, action("late", "Mon 2019-01-14")),
            "Thu 2019-01-31",
            (Expect(state="met"),),
        ),
        Example(
            "A plan ended before any review is held to the same.",
            (PLAN, action("a"), by_hand("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (Expect(state="overdue", due="2018-12-03"),),
        ),
        Example(
            "At the second review it is no longer asked.",
            (PLAN, action("a"), review("rc1", "Thu 2019-01-03"), review("rc2", "Wed 2019-06-05", "plan_ended")),
            "Fri 2019-06-28",
            (),
        ),
        Example(
            "Nor where the plan goes on.",
            (PLAN, action("a"), review("rc", "Thu 2019-01-03")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Nor where the child has died.",
            (PLAN, action("a"), given("died", "death_recorded", "Sat 2018-12-01", person=CHILD), by_hand("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "It had been done in time, and was written down the week after: met, and that it had shown stays.",
            (PLAN, action("a"), ENDED, reviewed("ra", "a", "Wed 2019-01-02", recorded="Wed 2019-01-09T09:00")),
            "Thu 2019-01-31",
            (Expect(state="met", raised_on="2019-01-03"),),
        ),
    ),
)
