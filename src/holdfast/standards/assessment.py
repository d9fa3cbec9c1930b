"""Assessment of need under sections 17 and 47 of the Children Act 1989."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, AtStage, Earlier, FieldIn, Later, Mentions, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Gathers, StateStarts
from holdfast.standards.done_by import BY_SOCIAL_WORKER
from holdfast.standards.editions import working_together
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# Areas number their checkpoints or name them by their day. The single words are looked for as the whole field, since "1" is also
# in "10" and in "21"; the phrases anywhere in it.
FIRST_CHECKPOINT = AnyOf(
    (
        FieldIn("checkpoint", ("1", "1st", "one", "One", "10")),
        Mentions("checkpoint", ("first", "checkpoint 1", "point 1", "review 1", "day 10", "10 day", "10 working")),
    )
)
SECOND_CHECKPOINT = AnyOf(
    (
        FieldIn("checkpoint", ("2", "2nd", "two", "Two", "25", "mid", "Mid")),
        Mentions("checkpoint", ("second", "checkpoint 2", "point 2", "review 2", "day 25", "25 day", "25 working")),
        Mentions("checkpoint", ("mid-point", "mid-way", "half-way")),
    )
)
# Parts of words ("parentif") and not whole phrases, because observations carry codes such as young_carer as well as prose.
CARING_ROLE = on(
    "observation_recorded",
    where=(
        Mentions("other", ("young carer", "caring", "cares for", "care of sibling", "looks after", "looking after", "parentif")),
        # The two words that contain "caring" and say its opposite.
        Not(Mentions("other", ("uncaring", "not caring"))),
    ),
)
"""An observation that says the child cares for somebody: a brother or sister, a parent, somebody ill."""
CARER_DECIDED = on("young_carer_assessed", "young_carer_assessment_decided")

# A contact becomes a referral by what is decided about it, and the 45 days count from the contact all the same. So the trigger is
# the contact, and the decision is looked for on either side of it: where days are vague it may be put first.
MADE_A_REFERRAL = on("contact_decided", where=(RefersTo("contact"), FieldIn("decision", ("assessment", "strategy_discussion"))))
REFERRAL = on("contact_received", where=(AtStage("child"), AnyOf((Earlier(MADE_A_REFERRAL), Later(MADE_A_REFERRAL)))))

AS_01 = Standard(
    id="AS-01",
    title="Assessment (s17/s47) concluded",
    stage="assessment",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(45, "working_days"),
    warn_before=Amount(10, "working_days"),
    trigger=Each(REFERRAL),
    # Any assessment of this child that was completed since: it need not be the one that this referral started, which the contact
    # does not name.
    met_by=(on("assessment_completed"),),
    started="Referral received",
    wanted="completed assessment",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("WT2018", "ch 1 Timeliness (p33); flow chart 3 (p40)", "secondary"),
        Citation("L_BSCB47", "1.3.2: 45 working days", "secondary"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("ch 1 Timeliness p33", "secondary", "ch 3 s2 timeliness"),
    review_paragraphs=("5.55",),
    check_before_release=True,
    note=(
        "A maximum, not a target. The clock starts at the contact, and only when the decision makes it a referral. "
        "Going beyond it needs recorded reasons. Since the edition of 2023 somebody other than a social worker may lead "
        "the assessment of a child in need, with a social worker's oversight; section 47 stays with social workers."
    ),
)


AS_02 = Standard(
    id="AS-02",
    title="Assessment checkpoint 1: child seen and progress reviewed with manager",
    stage="assessment",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(2, "working_days"),
    trigger=Each(on("assessment_started")),
    met_by=(on("assessment_reviewed", where=(RefersTo("assessment"), FIRST_CHECKPOINT)),),
    # Done sooner than the checkpoint, there is nothing left to look at half-way.
    excused_by=(on("assessment_completed", where=(RefersTo("assessment"),)),),
    started="Assessment started",
    wanted="first checkpoint with the manager",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(
        Citation("L_OXON", "second point: a first review within 10 days, by when the social worker has seen the child", "read"),
    ),
    confidence="high",
    review_paragraphs=("5.55",),
    note="Seeing the child has a clock of its own (AS-04). An assessment completed earlier needs no checkpoint.",
)


AS_03 = Standard(
    id="AS-03",
    title="Assessment checkpoint 2: mid-point",
    stage="assessment",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(25, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("assessment_started")),
    met_by=(on("assessment_reviewed", where=(RefersTo("assessment"), SECOND_CHECKPOINT)),),
    excused_by=(on("assessment_completed", where=(RefersTo("assessment"),)),),
    started="Assessment started",
    wanted="mid-point checkpoint",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(
        Citation("SYSTEM", "25 working days", "knowledge"),
        Citation("L_OXON", "35 working days at most, for the most complex", "read"),
    ),
    confidence="medium",
)


AS_04 = Standard(
    id="AS-04",
    title="Child first seen after decision to assess",
    stage="assessment",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("assessment_started")),
    # Not tied to the assessment: what the child was visited for matters less than that a social worker saw them.
    met_by=(on("visit_made", where=(BY_SOCIAL_WORKER,), names="seen"),),
    started="Assessment started",
    wanted="visit by a social worker at which this child was seen",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("WT2018", "ch 1: seen as soon as the concern calls for (no number)", "knowledge"),
        Citation("L_SLOUGH", "within 24 hours where there are child protection concerns, otherwise as soon as possible", "read"),
    ),
    confidence="medium",
    review_paragraphs=("5.3",),
    local_variants=(LocalVariant("Slough", "24 hours where there is a child protection concern"),),
    note="Completing the assessment does not make up for a child who was not seen.",
)


AS_05 = Standard(
    id="AS-05",
    title="Assessment refreshed during a child protection plan",
    stage="assessment",
    binding="system_default",
    scope="per_child",
    limit=Interval(6, "months"),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    # Stops with the plan. Updating an assessment is a part of carrying a plan out; without one AS-01 starts from the next
    # referral.
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("assessment_completed"),),
    started="Last assessment or start of the plan",
    wanted="assessment brought up to date",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "at least every 6 months, and on a significant change", "knowledge"),),
    confidence="low",
    review_paragraphs=(
        "4.10",
        "5.53",
        "5.55",
    ),
    note=(
        "A significant change calls for one sooner: a new address, a parent released from prison, a pregnancy, a "
        "change of carer, a parent's mental-health crisis."
    ),
)


AS_06 = Standard(
    id="AS-06",
    title="Young carer identified: needs assessment offered and decided",
    stage="assessment",
    binding="statute",
    scope="per_child",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    # Two signs, so that nobody is asked for a decision each time somebody notes the same thing; a decision empties the window, so
    # the next two come after it (decision 8 of docs/adr).
    trigger=Gathers((CARING_ROLE,), 2, Amount(90, "calendar_days"), since=(CARER_DECIDED,)),
    met_by=(CARER_DECIDED,),
    started="Second sign in 90 days that the child cares for somebody",
    wanted="decision about a young carer's assessment",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("CA1989", "s17ZA: a duty once there appears to be a need (no days)", "knowledge"),
        Citation("SYSTEM", "a decision in 10 working days; the assessment itself within AS-01", "knowledge"),
    ),
    confidence="medium",
    effective_from=date(2015, 4, 1),
    review_paragraphs=(
        "5.3",
        "5.5",
        "5.13",
        "5.28",
        "5.4.1",
        "5.84",
        "7.1",
    ),
    note="The duty is in the Act; the number of days is our own.",
)
