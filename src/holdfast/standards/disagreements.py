"""Professional disagreement: answered stage by stage, at once where a child is at risk, and told to whoever spoke up."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, Earlier, FieldIn, FieldIs, InState, Mentions, Not, RefersTo
from holdfast.rules.event import Condition, Event, on
from holdfast.rules.limit import Amount, Deadline, Repeated
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Either
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# Protocols number their stages or name them by who talks with whom, and people write either. The first of each pair is looked for
# as the whole field, because "2" alone is also in "2 weeks" and "12".
STAGES = {
    1: (("1", "one", "first", "First"), ("stage 1", "stage one", "first stage", "practitioner")),
    2: (
        ("2", "two", "second", "Second", "manager", "managers"),
        ("stage 2", "stage two", "second stage", "line manager", "team manager"),
    ),
    3: (
        ("3", "three", "third", "Third"),
        (
            *("stage 3", "stage three", "third stage", "head of service", "heads of service", "senior manager"),
            *("named professional", "designated professional", "senior liaison"),
        ),
    ),
}
"""How a stage is written: by itself, or with other words."""

SAME = RefersTo("disagreement", "disagreement")
RESOLVED = on("disagreement_resolved", where=(SAME,))


def at_stage(*stages: int) -> Condition:
    """Answered at one of these stages."""
    alone = tuple(each for stage in stages for each in STAGES[stage][0])
    within = tuple(each for stage in stages for each in STAGES[stage][1])
    return AnyOf((FieldIn("stage", alone), Mentions("stage", within)))


def unresolved_after(stage: int) -> Event:
    """An answer at this stage to a disagreement that had not come to an end."""
    return on("disagreement_answered", where=(at_stage(stage), Not(Earlier(RESOLVED))))


# Anything later counts, so that a disagreement taken straight to the top is not overdue at every stage it passed over.
def answered_beyond(*stages: int) -> Event:
    """An answer at a later stage than these."""
    return on("disagreement_answered", where=(SAME, Not(at_stage(*stages))))


RPD_01 = Standard(
    id="RPD-01",
    title="Stage 1, practitioner to practitioner: acknowledged at once and a way forward agreed",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_case_issue",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("disagreement_raised")),
    # Stage 1 is met by any answer, at whatever stage: whoever spoke up has been answered.
    met_by=(on("disagreement_answered", "disagreement_resolved", where=(RefersTo("disagreement"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement raised",
    wanted="answer between practitioners",
    responsible="raising_practitioner",
    ladder="L_DISAGREE",
    sources=(Citation("L_LINCS", "step 1: acknowledged immediately; an agreed action plan in two working days", "read"),),
    confidence="high",
    review_paragraphs=(
        "5.92",
        "5.118",
        "7.6",
    ),
    local_variants=(
        LocalVariant(
            "Blackpool (pan-Lancashire)", 'to the first-line manager "within 5"; the unit is not in the text that was read'
        ),
    ),
    note=("An answer at a later stage is an answer too."),
)

RPD_02 = Standard(
    id="RPD-02",
    title="Stage 2: line manager to line manager",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_case_issue",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(unresolved_after(1)),
    met_by=(answered_beyond(1),),
    excused_by=(RESOLVED,),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement not settled between practitioners",
    wanted="answer between line managers",
    responsible="line_managers",
    ladder="L_DISAGREE",
    sources=(
        Citation("L_LINCS", "step 2: within five working days of step 1", "read"),
        Citation("L_PLCSAB", "stage 1: first-line managers", "read"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.92",
        "5.118",
        "7.6",
    ),
    note=("Runs from the answer at stage 1 until somebody records that it is resolved, or answers at a later stage."),
)

RPD_03 = Standard(
    id="RPD-03",
    title="Stage 3: heads of service and named or designated professionals; the partnership told",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_case_issue",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(unresolved_after(2)),
    met_by=(answered_beyond(1, 2),),
    excused_by=(RESOLVED,),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement not settled between line managers",
    wanted="answer between heads of service",
    responsible="senior_liaison_officers",
    ladder="L_DISAGREE",
    sources=(
        Citation("L_LINCS", "step 3: an action plan in two working days", "read"),
        Citation(
            "L_PLCSAB", "stage 2: head of service or designated officer; stage 3: director, and the board's team told", "read"
        ),
    ),
    confidence="high",
    review_paragraphs=(
        "5.92",
        "5.118",
        "7.6",
    ),
)

RPD_04 = Standard(
    id="RPD-04",
    title="Stage 4: chief officers, delegated safeguarding partners, or a meeting with an independent chair",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_case_issue",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(unresolved_after(3)),
    met_by=(answered_beyond(1, 2, 3),),
    excused_by=(RESOLVED,),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement not settled between heads of service",
    wanted="answer by chief officers",
    responsible="delegated_safeguarding_partners",
    ladder="L_DISAGREE",
    sources=(
        Citation("L_LINCS", "step 4: urgent meeting with an independent chair", "read"),
        Citation("L_PANLANCS_PR", "stage 6: chief officers", "read"),
        Citation("SYSTEM", "5 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=("5.92",),
)

RPD_05 = Standard(
    id="RPD-05",
    title="Disagreement where a child may be at immediate risk: every stage the same day",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_case_issue",
    # Nought days from the day itself: the same calendar day, in or out of office hours.
    limit=Deadline(0, "calendar_days", "day_of_trigger"),
    warn_before=Amount(1, "hours"),
    trigger=Each(on("disagreement_raised", where=(FieldIs("immediate_risk", True),))),
    met_by=(
        on("disagreement_resolved", where=(RefersTo("disagreement"),)),
        # Acting for the child settles it without agreement. Otherwise the clock would ask people to agree while the child is
        # being protected.
        on("strategy_discussion_held", "section47_started", "police_protection_started", "court_application_made"),
    ),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement raised with a child at risk",
    wanted="resolution or protective action",
    responsible="raising_practitioner",
    ladder="L_IMMEDIATE",
    sources=(Citation("SYSTEM", "the same day", "knowledge"),),
    confidence="medium",
    review_paragraphs=("5.92",),
    note=("Nobody has to be agreed with before a child is protected."),
)

RPD_06 = Standard(
    id="RPD-06",
    title="Conference chair takes a concern about carrying out a child protection plan from stage to stage",
    stage="professional_disagreement",
    binding="local_standard",
    scope="per_child",
    # Repeated and not a deadline for each stage: how many stages there are is the protocol's, and each unsettled one starts the
    # next.
    limit=Repeated(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Either(
        (
            Each(on("plan_concern_raised", where=(InState(CHILD_PROTECTION_PLAN),))),
            Each(on("plan_concern_taken_up", where=(InState(CHILD_PROTECTION_PLAN), Not(FieldIs("settled", True))))),
        )
    ),
    # The start is the concern or a stage of it, so the next stage names either this entry or the concern this entry names.
    met_by=(on("plan_concern_taken_up", where=(AnyOf((RefersTo("concern"), RefersTo("concern", "concern"))),)),),
    during=CHILD_PROTECTION_PLAN,
    started="Concern about carrying out the plan",
    wanted="next stage with the conference chair",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("L_PANLANCS_PR", "six stages, from the conference to the chief officers", "read"),
        Citation("SYSTEM", "5 working days a stage", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "5.49",
        "5.118",
        "7.6",
    ),
    check_before_release=True,
    note=("Each stage that does not settle it starts the next. The protocol's own times were not available."),
)

RPD_07 = Standard(
    id="RPD-07",
    title="Outcome on the child's record and told to the person who raised it",
    stage="professional_disagreement",
    binding="system_default",
    scope="per_case_issue",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("disagreement_resolved")),
    met_by=(on("disagreement_outcome_told", where=(SAME,)),),
    outlives_childhood=True,
    after_death=True,
    started="Disagreement resolved",
    wanted="outcome told to whoever raised it",
    responsible="line_managers",
    ladder="L_DISAGREE",
    sources=(Citation("REVIEW", "5.92: challenge is to be recorded", "review"),),
    confidence="n/a - design default",
    review_paragraphs=("5.92",),
)
