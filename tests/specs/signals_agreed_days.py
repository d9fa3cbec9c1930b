"""Questions about what was to be done by a day that somebody named, once the day has passed."""

from collections.abc import Sequence
from typing import Any

from tests.specs.kit import CHILD, MOTHER, Example, Expect, Given, Spec, given
from tests.specs.least import least

SAID_ON, THE_DAY, BEFORE, AFTER = "Mon 2019-09-09", "Tue 2019-10-01", "Mon 2019-09-30", "Mon 2019-11-04"
END = "Tue 2019-12-31"
RAISED = (Expect(state="raised"),)


def said(id: str, type: str, happened: Any, **rest: Any) -> Given:
    """An entry of a type with the least that it has to say, and what this one says."""
    own = {name: rest.pop(name) for name in ("about", "recorded", "by") if name in rest}
    return given(id, type, happened, **own, **{f"{name}_": value for name, value in {**least(type), **rest}.items()})


def passes(
    what: Given, quiet: str, asked: str, why: str, answers: Sequence[Given], *, unlike: Sequence[Given] = (), child: str = CHILD
) -> tuple[Example, ...]:
    """The last day on which nobody is asked and the first on which somebody is; what answers it before the day and after, and
    what does not at all."""
    late = tuple(each for each in answers if each.id == "late")
    return (
        Example(f"On {quiet} nobody is asked yet.", (what,), quiet, (), child=child),
        Example(
            f"On {asked} somebody is.",
            (what,),
            asked,
            (Expect(state="raised", raised_on=asked.split()[1], evidence=("e",), says=why),),
            child=child,
        ),
        Example("And goes on being asked.", (what,), END, RAISED, child=child),
        *(
            Example(
                f"{each.type} {_how(each)} before the day answers it.",
                (what, _on(each, BEFORE)),
                END,
                (),
                child=child,
            )
            for each in answers
            if each not in late
        ),
        *(
            Example(
                f"{each.type} {_how(each)} after it: it was asked, and is answered.",
                (what, _on(each, AFTER)),
                END,
                (Expect(state="ended", met_on="2019-11-04", met_by=each.id),),
                child=child,
            )
            for each in answers
        ),
        *(Example(f"{each.type} before the day does not.", (what, _on(each, BEFORE)), END, RAISED, child=child) for each in late),
        *(
            Example(f"Of something else, {each.type} {when} it does not.", (what, _on(each, happened)), END, RAISED, child=child)
            for each in unlike
            for when, happened in (("before", BEFORE), ("after", AFTER))
        ),
        Example("Where no day was named nobody is asked.", (_without_day(what),), END, (), child=child)
        if not _has_to_name(what)
        else Example("Withdrawn before the day.", (what, _withdrawn(what)), END, (), child=child),
    )


def _how(each: Given) -> str:
    return str(each.data.get("status") or each.data.get("decision") or "")


def _on(each: Given, happened: str) -> Given:
    return Given(each.id, each.type, happened, each.data, each.about, each.by)


def _day_of(what: Given) -> str:
    return next(name for name, value in what.data.items() if value == "2019-10-01")


def _has_to_name(what: Given) -> bool:
    return _day_of(what) in least(what.type)


def _without_day(what: Given) -> Given:
    data = {name: value for name, value in what.data.items() if name != _day_of(what)}
    return Given(what.id, what.type, what.happened, data, what.about, what.by)


def _withdrawn(what: Given) -> Given:
    return given("w", "entry_withdrawn", BEFORE, about=what.about, withdraws="e", reason="Not so.")


CONTACT = said("c", "contact_received", "Fri 2019-09-06")
OTHER_CONTACT = said("d", "contact_received", "Fri 2019-09-06")


def decided(decision: str, **rest: Any) -> Given:
    """A concern is decided, for a day."""
    return said("e", "contact_decided", SAID_ON, contact="c", decision=decision, **{"when": "2019-10-01", **rest})


def anew(decision: str, contact: str = "c") -> Given:
    """It is decided again."""
    return said("x", "contact_decided", AFTER, contact=contact, decision=decision)


def step(type: str, **rest: Any) -> Given:
    """Something is done."""
    return said("x", type, AFTER, **rest)


VISITED = said("v", "visit_made", "Tue 2019-10-15")
DECIDED_WHY = (
    "It was decided on 9 Sep 2019 what was to follow a concern, by 1 Oct 2019. Nothing on the record says that it happened."
)
ENQUIRY = ("strategy_discussion_held", "section47_started")
ASSESSMENT = ("assessment_started", "assessment_completed", *ENQUIRY)
STEPS = (
    *ASSESSMENT,
    "visit_made",
    "child_sighted",
    "contact_missed",
    "parent_consulted",
    "plan_started",
    "plan_meeting_held",
    "practical_help_given",
    "family_group_meeting_offered",
    "family_group_meeting_held",
    "case_discussed",
    "management_decision_recorded",
    "legal_planning_held",
)

DECISION = Spec(
    "SIG-DECISION-NOT-DONE",
    (
        *(
            each
            for decision, follows, not_these in (
                ("strategy_discussion", ENQUIRY, ("assessment_started", "visit_made")),
                ("assessment", ASSESSMENT, ("visit_made",)),
                ("early_help", STEPS, ()),
            )
            for each in passes(
                decided(decision),
                "Tue 2019-10-01",
                "Wed 2019-10-02",
                DECIDED_WHY,
                (*(step(type) for type in follows), anew("no_further_action")),
                unlike=(*(step(type) for type in not_these), anew("no_further_action", "d")),
            )
        ),
        Example("No further action, and a day all the same.", (decided("no_further_action"),), END, RAISED),
        *(
            Example(
                f"A visit is not the {decision}, and a decision about another concern says nothing of it.",
                (decided(decision), _on(anew("no_further_action", "d"), BEFORE), VISITED),
                END,
                RAISED,
            )
            for decision in ("strategy_discussion", "assessment")
        ),
        *(
            Example(
                f"Visited, and decided anew: that answers the {decision}.",
                (decided(decision), VISITED, anew("no_further_action")),
                END,
                (Expect(state="ended", met_on="2019-11-04"),),
            )
            for decision in ("strategy_discussion", "assessment")
        ),
        *(
            Example(
                f"Before the day {who} heard what was decided.",
                (
                    CONTACT,
                    OTHER_CONTACT,
                    decided("information_and_advice"),
                    _on(step("referrer_informed", contact=contact), BEFORE),
                ),
                END,
                found,
            )
            for who, contact, found in (("whoever told us", "c", ()), ("somebody who told us something else", "d", RAISED))
        ),
        Example(
            "Whoever told us heard what was decided.",
            (CONTACT, decided("information_and_advice"), step("referrer_informed", contact="c")),
            END,
            (Expect(state="ended"),),
        ),
        Example(
            "Somebody who told us something else did.",
            (CONTACT, OTHER_CONTACT, decided("information_and_advice"), step("referrer_informed", contact="d")),
            END,
            RAISED,
        ),
        Example(
            "For each child in a row of their own: this one's day.",
            (
                decided(
                    "no_further_action",
                    when="2019-12-01",
                    decisions=[{"child": CHILD, "decision": "assessment", "reasons": "Hurt.", "when": "2019-10-01"}],
                ),
            ),
            "Wed 2019-10-02",
            RAISED,
        ),
        Example("Known as a month only: from its end.", (decided("assessment", when="2019-10"),), "Thu 2019-10-31", ()),
        Example("The day after it.", (decided("assessment", when="2019-10"),), "Fri 2019-11-01", RAISED),
    ),
)


def reviewed(id: str, status: str, action: str = "e") -> Given:
    """Somebody looks at the action."""
    return said(id, "action_reviewed", AFTER, action=action, status=status)


ACTION = Spec(
    "SIG-ACTION-PAST-DUE",
    passes(
        said("e", "action_agreed", SAID_ON, due="2019-10-01"),
        "Tue 2019-10-15",
        "Wed 2019-10-16",
        (
            "An action was agreed on 9 Sep 2019, to be done by a day that has passed. By 15 Oct 2019 nobody has said whether it "
            "was done."
        ),
        (reviewed("x", "done"), reviewed("late", "not_done")),
        unlike=(reviewed("x", "done", "f"),),
    )
    + tuple(
        Example(f"{type} {when} the day: nobody is asked of each action.", (action, _on(step(type), happened)), END, found)
        for action in (said("e", "action_agreed", SAID_ON, due="2019-10-01"),)
        for type in ("plan_ended", "case_closed")
        for when, happened, found in (("before", BEFORE, ()), ("in the ten days after", "Mon 2019-10-07", ()))
    ),
)


def kept(id: str = "e", happened: str = SAID_ON, **rest: Any) -> Given:
    """Something is kept back, to be looked at again."""
    return said(id, "kept_back", happened, **{"what": "Where they live.", "until": "2019-10-01", **rest})


KEPT_BACK = Spec(
    "SIG-KEPT-BACK-OVER",
    (
        *(
            each
            for about, child in (((CHILD,), CHILD), ((MOTHER,), MOTHER), ((), "partnership"))
            for each in passes(
                kept(about=about),
                "Tue 2019-10-01",
                "Wed 2019-10-02",
                (
                    "Something was kept back from somebody on 9 Sep 2019, to be looked at again by 1 Oct 2019. Nobody has said "
                    "that they did."
                ),
                (
                    said("x", "kept_back_ended", AFTER, about=about, kept_back="e"),
                    kept("x", AFTER, about=about, until="2020-10-01"),
                ),
                unlike=(
                    said("x", "kept_back_ended", AFTER, about=about, kept_back="f"),
                    kept("x", AFTER, about=about, what="Their school.", until="2020-10-01"),
                ),
                child=child,
            )
        ),
    ),
)
ASK_AGAIN = Spec(
    "SIG-ASK-AGAIN",
    passes(
        said("e", "views_declined", SAID_ON, next_attempt="2019-10-01"),
        "Wed 2019-10-02",
        "Thu 2019-10-03",
        (
            "The child did not want to be asked on 9 Sep 2019, and was to be asked again. By 2 Oct 2019 nothing says that "
            "anybody tried."
        ),
        (step("voice_recorded"), step("views_declined"), step("views_not_gathered")),
        unlike=(step("voice_recorded", child="birch"),),
    ),
)
MORE_TIME = Spec(
    "SIG-MORE-TIME-OVER",
    (
        *passes(
            said("e", "court_order_extended", SAID_ON, until="2019-10-01"),
            "Tue 2019-10-01",
            "Wed 2019-10-02",
            "The court order that was extended on 9 Sep 2019 ran out on 1 Oct 2019. Nothing says what holds now.",
            (step("court_order_made"), step("court_order_ended"), step("court_order_extended")),
            unlike=(step("preproceedings_ended"),),
        ),
        *passes(
            said("e", "proceedings_extended", SAID_ON, until="2019-10-01"),
            "Wed 2019-10-02",
            "Thu 2019-10-03",
            ("The court gave more time on 9 Sep 2019, until a day that has passed. By 2 Oct 2019 nothing says what it decided."),
            (step("court_order_made"), step("court_order_ended"), step("proceedings_extended")),
        ),
        *passes(
            said("e", "preproceedings_extended", SAID_ON, until="2019-10-01"),
            "Wed 2019-10-02",
            "Thu 2019-10-03",
            (
                "Pre-proceedings were extended on 9 Sep 2019, until a day that has passed. By 2 Oct 2019 nothing says how they "
                "ended."
            ),
            (step("preproceedings_ended"), step("preproceedings_extended"), step("court_application_made")),
        ),
    ),
)


def recommended(about: tuple[str, ...]) -> Given:
    """A review recommends something."""
    return said("e", "recommendation_made", SAID_ON, about=about, due="2019-10-01")


RECOMMENDATION = Spec(
    "SIG-RECOMMENDATION-PAST-DUE",
    (
        *(
            each
            for about, child in (((CHILD,), CHILD), ((), "partnership"), ((MOTHER,), MOTHER))
            for each in passes(
                recommended(about),
                "Tue 2019-10-08",
                "Wed 2019-10-09",
                (
                    "A recommendation was made on 9 Sep 2019, to be carried out by a day that has passed. By 8 Oct 2019 nothing "
                    "says that it was."
                ),
                (
                    said("x", "recommendation_closed", AFTER, about=about, recommendation="e"),
                    said("late", "recommendation_progressed", AFTER, about=about, recommendation="e"),
                ),
                unlike=(
                    said("x", "recommendation_closed", AFTER, about=about, recommendation="f"),
                    said("x", "recommendation_progressed", AFTER, about=about, recommendation="f"),
                ),
                child=child,
            )
        ),
        Example(
            "The child it is about has died: what was learned is to be carried out all the same.",
            (given("d", "death_recorded", "Sun 2019-09-01", person=CHILD), recommended((CHILD,))),
            END,
            RAISED,
        ),
    ),
)


def planned(about: tuple[str, ...], id: str = "e", happened: str = SAID_ON, day: str = "2019-10-01") -> Given:
    """A review is to be published."""
    return said(id, "review_publication_planned", happened, about=about, **{"for": day})


PUBLICATION = Spec(
    "SIG-PUBLICATION-NOT-KNOWN",
    (
        *(
            each
            for about, child in (((CHILD,), CHILD), ((), "partnership"), ((MOTHER,), MOTHER))
            for each in passes(
                planned(about),
                "Wed 2019-10-02",
                "Thu 2019-10-03",
                (
                    "A review was to be published by what was said on 9 Sep 2019. By 2 Oct 2019 nothing says that it was, or "
                    "when it is to be."
                ),
                (
                    said("x", "practice_review_published", AFTER, about=about),
                    said("x", "practice_review_withdrawn", AFTER, about=about),
                    planned(about, "x", AFTER, "2020-03-02"),
                ),
                child=child,
            )
        ),
        Example(
            "It is of a child who died.",
            (given("d", "death_recorded", "Sun 2019-09-01", person=CHILD), planned((CHILD,))),
            END,
            RAISED,
        ),
    ),
)
