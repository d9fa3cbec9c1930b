"""Signals about worry without challenge, thresholds that drift, and decisions that contradict the record."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, contact, given

OCTOBER = "Thu 2019-10-31"


def then(type, happened, **data):  # type: ignore[no-untyped-def]
    """Something done afterwards."""
    return given(data.pop("id", "h"), type, happened, **data)


DISSENT = given("d", "dissent_recorded", "Mon 2019-10-07", text="Two years old is too young to be left.", by="dsl")
SILENT = (Expect(state="raised", raised_on="2019-10-15", evidence=("d",)),)
TWICE = (contact("c", "Mon 2019-09-30"), contact("d", "Mon 2019-10-07"))


def raised(id, happened, concern="Home alone"):  # type: ignore[no-untyped-def]
    """A core group at which this was raised."""
    return given(id, "core_group_held", happened, concerns=[concern])


def agreed(child=None):  # type: ignore[no-untyped-def]
    """An action agreed in September."""
    own = {} if child is None else {"child": child}
    return given(
        "ac",
        "action_agreed",
        "Mon 2019-09-16",
        about=(CHILD, SIBLING),
        plan="child_protection",
        action="Swim.",
        for_="child",
        owner="sam",
        due="2019-12-02",
        **own,
    )


RAISED_THRICE = (raised("k1", "Mon 2019-08-05"), raised("k2", "Mon 2019-09-02"), raised("k3", "Mon 2019-10-07"))
AT_CORE_GROUPS = (Expect(state="raised", raised_on="2019-10-15", evidence=("k1", "k2", "k3")),)

ESCALATION_UNUSED = Spec(
    "SIG-ESCALATION-UNUSED",
    (
        Example("Five working days are in time.", (DISSENT,), "Mon 2019-10-14", ()),
        Example("The day after, no disagreement has been opened.", (DISSENT,), "Tue 2019-10-15", SILENT),
        Example(
            "The same concern again.", (given("d", "concern_repeated", "Mon 2019-10-07", concern="Home alone"),), OCTOBER, SILENT
        ),
        Example("The same concern at three core groups.", RAISED_THRICE, OCTOBER, AT_CORE_GROUPS),
        Example("At two.", RAISED_THRICE[1:], OCTOBER, ()),
        Example("At four: asked about once.", (raised("k0", "Mon 2019-06-03"), *RAISED_THRICE), OCTOBER, (Expect(),)),
        Example("Another concern each time.", (*RAISED_THRICE[:2], raised("k3", "Mon 2019-10-07", "Cold home")), OCTOBER, ()),
        Example("An action for every child was agreed between.", (*RAISED_THRICE, agreed()), OCTOBER, ()),
        Example("An action for this child was agreed between.", (*RAISED_THRICE, agreed(CHILD)), OCTOBER, ()),
        Example("The action was a brother's.", (*RAISED_THRICE, agreed(SIBLING)), OCTOBER, AT_CORE_GROUPS),
        Example(
            "Somebody disagreed between.",
            (*RAISED_THRICE, then("disagreement_raised", "Mon 2019-09-16", text="I do not agree.")),
            OCTOBER,
            (),
        ),
        Example("School rang twice and nobody answered.", TWICE, OCTOBER, SILENT),
        Example(
            "In messages.",
            tuple(
                given(id, "message_received", day, for_="sam", from_="dsl", text="Ring.", possible_serious_harm=False)
                for id, day in (("c", "Mon 2019-09-30"), ("d", "Mon 2019-10-07"))
            ),
            OCTOBER,
            SILENT,
        ),
        Example(
            "They were answered in between.",
            (TWICE[0], then("referrer_informed", "Thu 2019-10-03", contact="c", outcome="Assessment."), TWICE[1]),
            OCTOBER,
            (),
        ),
        Example(
            "They were answered after the second.",
            (*TWICE, then("referrer_informed", "Tue 2019-10-08", contact="c", outcome="Assessment.")),
            OCTOBER,
            SILENT,
        ),
        Example(
            "A message of theirs was answered in between.",
            (
                given(
                    "c", "message_received", "Mon 2019-09-30", for_="sam", from_="dsl", text="Ring.", possible_serious_harm=False
                ),
                then("message_answered", "Thu 2019-10-03", message="c"),
                given(
                    "d", "message_received", "Mon 2019-10-07", for_="sam", from_="dsl", text="Ring.", possible_serious_harm=False
                ),
            ),
            OCTOBER,
            (),
        ),
        Example(
            "Another's contact was answered in between.",
            (
                contact("o", "Mon 2019-09-30", from_={"role": "neighbour"}),
                TWICE[0],
                then("referrer_informed", "Thu 2019-10-03", contact="o", outcome="Assessment."),
                TWICE[1],
            ),
            OCTOBER,
            SILENT,
        ),
        Example(
            "Another's message was answered in between.",
            (
                given(
                    "o", "message_received", "Mon 2019-09-30", for_="sam", from_="hv", text="Ring.", possible_serious_harm=False
                ),
                TWICE[0],
                then("message_answered", "Thu 2019-10-03", message="o"),
                TWICE[1],
            ),
            OCTOBER,
            SILENT,
        ),
        Example(
            "Two different people rang.",
            (TWICE[0], contact("d", "Mon 2019-10-07", from_={"role": "health_visitor", "worker": "hv"})),
            OCTOBER,
            (),
        ),
        Example(
            "A neighbour rang twice.",
            tuple(
                contact(id, day, from_={"role": "neighbour", "name": "Jo"})
                for id, day in (("c", "Mon 2019-09-30"), ("d", "Mon 2019-10-07"))
            ),
            OCTOBER,
            (),
        ),
        Example(
            "A disagreement was opened.",
            (DISSENT, then("disagreement_raised", "Mon 2019-10-14", text="I disagree.")),
            OCTOBER,
            (),
        ),
        Example(
            "The chair was told of the plan.",
            (DISSENT, then("plan_concern_raised", "Mon 2019-10-14", text="Not done.")),
            OCTOBER,
            (),
        ),
        Example(
            "A disagreement was opened a week late.",
            (DISSENT, then("disagreement_raised", "Mon 2019-10-21", text="I disagree.")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-15", met_by="h"),),
        ),
    ),
)

MONDAYS = ("Mon 2019-08-05", "Mon 2019-08-12", "Mon 2019-08-19", "Mon 2019-08-26", "Mon 2019-09-02", "Mon 2019-09-09")
STRONG, FIRM, HELP, ADVICE, NONE = (
    "strategy_discussion",
    "assessment",
    "early_help",
    "information_and_advice",
    "no_further_action",
)


def decided(*decisions, harm=False, first=0, about=(CHILD,)):  # type: ignore[no-untyped-def]
    """A contact a week, each decided the same day."""
    found = []
    for number, decision in enumerate(decisions, start=first):
        day = MONDAYS[number]
        found.append(contact(f"c{number}", day, immediate_harm=harm, about=about))
        found.append(
            given(f"d{number}", "contact_decided", day, about=about, contact=f"c{number}", decision=decision, reasons="As it is.")
        )
    return tuple(found)


DRIFTED = (Expect(state="raised", raised_on="2019-09-02", evidence=("d4",)),)

THRESHOLD_DRIFT = Spec(
    "SIG-THRESHOLD-DRIFT",
    (
        Example(
            "Three assessments, then early help twice: a grade weaker.", decided(FIRM, FIRM, FIRM, HELP, HELP), OCTOBER, DRIFTED
        ),
        Example(
            "Three assessments, then early help once of two: half a grade.", decided(FIRM, FIRM, FIRM, FIRM, HELP), OCTOBER, ()
        ),
        Example("Four in all are too few.", decided(FIRM, FIRM, NONE, NONE), OCTOBER, ()),
        Example("The same as ever.", decided(HELP, HELP, HELP, HELP, HELP), OCTOBER, ()),
        Example("Stronger than before.", decided(NONE, NONE, NONE, FIRM, FIRM), OCTOBER, ()),
        Example(
            "What told of harm right now is not like what did not.",
            (*decided(STRONG, STRONG, STRONG, harm=True), *decided(NONE, NONE, first=3)),
            OCTOBER,
            (),
        ),
        Example(
            "Passed to the worker is as much as early help.",
            decided(FIRM, FIRM, FIRM, "passed_to_allocated_worker", ADVICE),
            OCTOBER,
            DRIFTED,
        ),
        Example(
            "An assessment afterwards ends it.",
            decided(FIRM, FIRM, FIRM, HELP, HELP, FIRM),
            OCTOBER,
            (Expect(state="ended", met_by="d5"),),
        ),
        Example(
            "Advice afterwards does not, and is weaker still.",
            decided(FIRM, FIRM, FIRM, HELP, HELP, ADVICE),
            OCTOBER,
            (Expect(state="raised"), Expect(state="raised", evidence=("d5",))),
        ),
        Example(
            "Her brother's contacts are his.",
            (*decided(FIRM, FIRM, FIRM, about=(SIBLING,)), *decided(NONE, NONE, first=3)),
            OCTOBER,
            (),
        ),
    ),
)
