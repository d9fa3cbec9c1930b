"""The one person whom a child trusts: there for the child, away, gone, kept away, suspected; and back again."""

from typing import Any

from holdfast.kernel.when import When
from holdfast.vocabulary.world import KnownRelationship
from tests.specs.kit import CHILD, FATHER, GRANDMOTHER, RELATIONSHIPS, SIBLING, Example, Expect, Given, Spec, conference, given
from tests.specs.workers_in_post import allocated, away, back, cover, died, ended, leaving, staff, trusts

PLAN = conference("ic", "Wed 2018-10-03")
NAN, LEAD = trusts("t", "Wed 2018-10-10", GRANDMOTHER), trusts("t", "Wed 2018-10-10", "sam")
DAY, LATER, END = "Mon 2018-12-03", "Mon 2018-12-10", "Mon 2018-12-31"
SAYS = "The person whom this child trusts is not there for them any more, by what was recorded on 3 Dec 2018."
RAISED = (Expect(state="raised", raised_on="2018-12-03", evidence=("x",), says=SAYS),)
SETTLED = (Expect(state="ended", raised_on="2018-12-03", met_on="2018-12-10", met_by="y"),)


def kept_away(id: str = "x", happened: str = DAY, who: str = GRANDMOTHER, **rest: Any) -> Given:
    """Somebody must stay away from the child."""
    return given(id, "person_excluded", happened, person=who, kept_away_by="bail", **rest)


def let_back(exclusion: str = "x", happened: str = LATER) -> Given:
    """They need not any more."""
    return given("y", "exclusion_ended", happened, exclusion=exclusion, reason_="No charge.")


def safety_plan(id: str, happened: str, *excluded: str, **rest: Any) -> Given:
    """A safety plan that keeps some away, or nobody."""
    return given(id, "safety_plan_agreed", happened, text="As agreed.", excluded=list(excluded), **rest)


def suspected(id: str = "x", happened: str = DAY, who: str = GRANDMOTHER, **rest: Any) -> Given:
    """Somebody is suspected of harming the child."""
    return given(id, "suspicion_recorded", happened, person=who, text="By the school.", **rest)


def cleared(suspicion: str = "x", happened: str = LATER) -> Given:
    """They are not any more."""
    return given("y", "suspicion_ended", happened, suspicion=suspicion, outcome="Nothing in it.")


def tied(*ends: str | None) -> tuple[KnownRelationship, ...]:
    """The grandmother's ties to the child, each with its end."""
    others = tuple(link for link in RELATIONSHIPS if {link.from_person, link.to_person} != {GRANDMOTHER, CHILD})
    own = (KnownRelationship(GRANDMOTHER, CHILD, "carer", end=None if end is None else When.parse(end)) for end in ends)
    return (*others, *own)


def handed_over(id: str, happened: str, to: str, from_: str = "sam", **rest: Any) -> Given:
    """One worker hands the child over to another."""
    return given(id, "handover_completed", happened, from_=from_, to=to, **rest)


RELATIVE = (
    Example("Kept away by bail.", (PLAN, NAN, kept_away()), END, RAISED),
    Example("Somebody else is kept away.", (PLAN, NAN, kept_away(who=FATHER)), END, ()),
    Example("Kept away from her brother.", (PLAN, NAN, kept_away(about=(SIBLING,))), END, ()),
    Example("Let back.", (PLAN, NAN, kept_away(), let_back()), END, SETTLED),
    Example("Something else was lifted.", (PLAN, NAN, kept_away(), let_back("z")), END, RAISED),
    Example(
        "Bail until a day: on that day she is kept away.",
        (PLAN, NAN, kept_away(until="2018-12-09")),
        "Sun 2018-12-09",
        RAISED,
    ),
    Example(
        "The day after she is not.",
        (PLAN, NAN, kept_away(until="2018-12-09")),
        "Mon 2018-12-10",
        (Expect(state="ended", met_on="2018-12-10"),),
    ),
    Example("By a safety plan.", (PLAN, NAN, safety_plan("x", DAY, FATHER, GRANDMOTHER)), END, RAISED),
    Example("A safety plan that keeps another away.", (PLAN, NAN, safety_plan("x", DAY, FATHER)), END, ()),
    Example(
        "A later plan keeps nobody away.",
        (PLAN, NAN, safety_plan("x", DAY, GRANDMOTHER), safety_plan("y", LATER)),
        END,
        SETTLED,
    ),
    Example(
        "A later plan that does not say leaves it as it was.",
        (PLAN, NAN, safety_plan("x", DAY, GRANDMOTHER), given("y", "safety_plan_agreed", LATER, text="Ring.")),
        END,
        RAISED,
    ),
    Example("Suspected.", (PLAN, NAN, suspected()), END, RAISED),
    Example("Another is suspected.", (PLAN, NAN, suspected(who=FATHER)), END, ()),
    Example("Suspected, and cleared.", (PLAN, NAN, suspected(), cleared()), END, SETTLED),
    Example("Another suspicion was cleared.", (PLAN, NAN, suspected(), cleared("z")), END, RAISED),
    Example(
        "Suspected and kept away, and let back: still suspected.",
        (PLAN, NAN, suspected(), kept_away("k", "Tue 2018-12-04"), let_back("k")),
        END,
        RAISED,
    ),
    Example("Died.", (PLAN, NAN, died("x", DAY)), END, RAISED),
    Example(
        "Her tie to the child ended: the day after.",
        (PLAN, NAN),
        END,
        (
            Expect(
                state="raised",
                raised_on="2018-12-03",
                evidence=("t",),
                says="By the record the tie to the person whom this child trusts, named on 10 Oct 2018, has ended.",
            ),
        ),
        relationships=tied("2018-12-02"),
    ),
    Example("On the day itself it has not.", (PLAN, NAN), "Sun 2018-12-02", (), relationships=tied("2018-12-02")),
    Example("One tie ended, and another goes on.", (PLAN, NAN), END, (), relationships=tied("2018-12-02", None)),
    Example("No tie on record.", (PLAN, NAN), END, (), relationships=tied()),
    Example(
        "Kept away before she was named, and let back: nothing is lost until she goes again.",
        (PLAN, kept_away("k", "Mon 2018-10-08"), NAN, let_back("k", "Mon 2018-10-15"), suspected()),
        END,
        RAISED,
    ),
    Example(
        "Kept away when she was named: nobody is named.",
        (PLAN, kept_away("k", "Mon 2018-10-08"), NAN),
        END,
        (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),),
    ),
    Example(
        "Suspected when she was named: nobody is named.",
        (PLAN, suspected("k", "Mon 2018-10-08"), NAN),
        END,
        (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),),
    ),
    Example(
        "Another is named: settled.",
        (PLAN, NAN, kept_away(), trusts("y", LATER, "hv")),
        END,
        SETTLED,
    ),
    Example(
        "Another is named, who must stay away as well: not settled.",
        (PLAN, NAN, kept_away(), kept_away("k", "Mon 2018-10-08", FATHER), trusts("y", LATER, FATHER)),
        END,
        RAISED,
    ),
    Example(
        "Another had been named before she was kept away.",
        (PLAN, NAN, trusts("u", "Mon 2018-11-05", "hv"), kept_away()),
        END,
        (),
    ),
    Example(
        "Kept away twice, with a time between: asked twice.",
        (PLAN, NAN, kept_away(), let_back(), suspected("z", "Mon 2018-12-17")),
        END,
        (Expect(state="ended", raised_on="2018-12-03"), Expect(state="raised", raised_on="2018-12-17")),
    ),
    Example(
        "Learned a week later: it shows from then.",
        (PLAN, NAN, kept_away(recorded=LATER)),
        END,
        (Expect(state="raised", raised_on="2018-12-10", evidence=("x",)),),
    ),
)

WORKER = (
    Example("Away, and nobody covers.", (PLAN, LEAD, away("x", DAY)), END, RAISED),
    Example("Away, and a colleague covers.", (PLAN, LEAD, cover("c", DAY, "ravi"), away("x", DAY)), END, ()),
    Example(
        "Away, and a colleague covers from the week after.", (PLAN, LEAD, away("x", DAY), cover("y", LATER, "ravi")), END, SETTLED
    ),
    Example("Away and back.", (PLAN, LEAD, away("x", DAY), back("y", LATER)), END, SETTLED),
    Example("A colleague is away.", (PLAN, LEAD, away("x", DAY, "ravi")), END, ()),
    Example(
        "A day set on which they leave: asked at once, and not only then.",
        (PLAN, LEAD, leaving("x", DAY, "2019-03-29", about=())),
        END,
        RAISED,
    ),
    Example("A colleague is leaving.", (PLAN, LEAD, leaving("x", DAY, "2019-03-29", "ravi", about=())), END, ()),
    Example("Leaving another child.", (PLAN, LEAD, leaving("x", DAY, "2019-03-29", about=(SIBLING,))), END, ()),
    Example("Their part for this child ended.", (PLAN, LEAD, ended("x", DAY, "sam")), END, RAISED),
    Example(
        "Their part ended, and they were given the child again.",
        (PLAN, LEAD, ended("x", DAY, "sam"), allocated("y", LATER, "sam")),
        END,
        SETTLED,
    ),
    Example("Their part for her brother ended.", (PLAN, LEAD, ended("x", DAY, "sam", about=(SIBLING,))), END, ()),
    Example("Handed the child over.", (PLAN, LEAD, handed_over("x", DAY, "ravi")), END, RAISED),
    Example("Was handed the child.", (PLAN, LEAD, handed_over("x", DAY, "sam", from_="ravi")), END, ()),
    Example(
        "Handed the child over, and was handed the child again.",
        (PLAN, LEAD, handed_over("x", DAY, "ravi"), handed_over("y", LATER, "sam", from_="ravi")),
        END,
        SETTLED,
    ),
    Example("Left the post.", (PLAN, LEAD, staff("x", "post_left", DAY, "sam", post="Social worker")), END, RAISED),
    Example(
        "Left the post, and took up another.",
        (
            PLAN,
            LEAD,
            staff("x", "post_left", DAY, "sam", post="Social worker"),
            staff("y", "post_taken_up", LATER, "sam", post="Practice lead"),
        ),
        END,
        SETTLED,
    ),
    Example(
        "Away when they were named, with nobody covering: nobody is named.",
        (PLAN, away("x", "Mon 2018-10-08"), LEAD),
        END,
        (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),),
    ),
    Example("An agency as a whole.", (PLAN, trusts("t", "Wed 2018-10-10", "school"), away("x", DAY, "dsl")), END, ()),
)

NOBODY = (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),)
IN_TIME, TOO_LATE = "Wed 2018-10-24", "Mon 2018-11-05"


def returns(happened: str) -> tuple[tuple[str, tuple[Given, ...], Given], ...]:
    """Ways to be away as one is named, and to come back on a day."""
    return (
        (
            "let back",
            (kept_away("k", "Mon 2018-10-08"), NAN),
            let_back("k", happened),
        ),
        ("free to come", (safety_plan("k", "Mon 2018-10-08", GRANDMOTHER), NAN), safety_plan("y", happened)),
        (
            "cleared",
            (suspected("k", "Mon 2018-10-08"), NAN),
            cleared("k", happened),
        ),
        ("back at work", (away("k", "Mon 2018-10-08"), LEAD), back("y", happened)),
        ("covered for", (away("k", "Mon 2018-10-08"), LEAD), cover("y", happened, "ravi")),
        ("given the child again", (ended("k", "Mon 2018-10-08", "sam"), LEAD), allocated("y", happened, "sam")),
        ("handed the child", (handed_over("k", "Mon 2018-10-08", "ravi"), LEAD), handed_over("y", happened, "sam", from_="ravi")),
        (
            "in another post",
            (staff("k", "post_left", "Mon 2018-10-08", "sam", post="Social worker"), LEAD),
            staff("y", "post_taken_up", happened, "sam", post="Practice lead"),
        ),
    )


COMING_BACK = (
    *(
        Example(f"Not there when they were named, and {says} in time.", (PLAN, *entries, comes), END, ())
        for says, entries, comes in returns(IN_TIME)
    ),
    *(
        Example(
            f"And {says} after the 28 days: asked, and settled.",
            (PLAN, *entries, comes),
            END,
            (Expect(state="ended", raised_on="2018-11-01", met_on="2018-11-05", met_by="y"),),
        )
        for says, entries, comes in returns(TOO_LATE)
    ),
    Example("Another worker came back.", (PLAN, away("k", "Mon 2018-10-08"), LEAD, back("y", IN_TIME, "ravi")), END, NOBODY),
    Example("Somebody is back, and nobody was ever named.", (PLAN, back("y", IN_TIME)), END, NOBODY),
    Example(
        "Whoever the brother trusts is back.",
        (PLAN, given("t", "trusted_person_named", "Wed 2018-10-10", child=SIBLING, person="sam"), back("y", IN_TIME)),
        END,
        NOBODY,
    ),
    Example(
        "Back before they were named: it is the name that counts.",
        (PLAN, away("k", "Mon 2018-10-08"), back("y", "Tue 2018-10-09"), LEAD),
        END,
        (),
    ),
)

CONFIDANT = Spec("SIG-TRUSTED-PERSON", (*RELATIVE, *WORKER, *COMING_BACK))
