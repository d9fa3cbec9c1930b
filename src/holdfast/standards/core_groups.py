"""Core groups and the full child protection plan."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Attended
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Gate, Interval
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.editions import working_together
from holdfast.standards.states import CHILD_PROTECTION_PLAN

CP_20 = Standard(
    id="CP-20",
    title="First core group",
    stage="core_group",
    binding="statutory_guidance",
    scope="per_family",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    # A core group belongs to its plan: what is not yet held when the plan ends is no longer owed.
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("core_group_held"),),
    started="Plan made",
    wanted="first core group",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "The child protection plan (p51-52)", "secondary"),
        Citation("FRG_CG", "citing Working Together 2018 p52", "read"),
        Citation("L_LIVERPOOL", "10 working days from the conference", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("p51-52", "secondary", "ch 3 s3 CP plan box"),
    review_paragraphs=("5.49",),
    check_before_release=True,
)

CP_21 = Standard(
    id="CP-21",
    title="Subsequent core groups",
    stage="core_group",
    binding="local_standard",
    scope="per_family",
    # Counted from the last one held and not from when it should have been, so that a late meeting does not make the next one
    # early.
    limit=Interval(6, "weeks"),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("core_group_held"),),
    started="Last core group or start of the plan",
    wanted="core group",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("FRG_CG", "later frequency is left to local procedures", "read"),
        Citation("SYSTEM", "6 weeks", "knowledge"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.49",
        "5.105",
    ),
    local_variants=(
        LocalVariant("Liverpool", "minimum of one per month"),
        LocalVariant("Guernsey HSC (not England)", "28 days"),
    ),
    note="Not national: guidance fixes only the first meeting. Four weeks is wise for neglect and for babies.",
)

CP_22 = Standard(
    id="CP-22",
    title="Core group attended by lead social worker or named social-worker cover",
    stage="core_group",
    binding="system_default",
    scope="per_family",
    # A gate that can be put right, because the meeting itself can be held again. It then shows as met late: it was held without.
    limit=Gate((Attended("social_worker"),), remedy_within=Amount(5, "working_days")),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("core_group_held")),
    met_by=(on("core_group_held", where=(Attended("social_worker"),)),),
    started="Core group",
    wanted="social worker present",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("REVIEW", "5.49", "review"),
        Citation("L_BUCKS", "all agencies carry the core group forward", "read"),
    ),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.48",
        "5.49",
        "5.102",
    ),
    note="The meeting goes ahead without one, and is repeated with one.",
)

CP_24 = Standard(
    id="CP-24",
    title="Outline plan developed into full child protection plan",
    stage="core_group",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    # The full plan, by its own entry. Actions agreed one by one are a part of it and not the whole.
    met_by=(on("plan_agreed"),),
    started="Outline plan made",
    wanted="full plan",
    responsible="core_group",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "The child protection plan (p51-52): core group develops the outline plan", "heading_seen"),
        Citation("FRG_CG", "the core group's task of making the outline plan full", "read"),
    ),
    confidence="medium",
    effective_from=date(2013, 4, 15),
    versions=working_together("p51-52", "knowledge", "ch 3 s3"),
    review_paragraphs=("5.16",),
    note="For each child the plan says what should be different for that child (SIG-ADULT-FOCUS).",
)


CP_23 = Standard(
    id="CP-23",
    title="Core group record with updated plan circulated to all members",
    stage="core_group",
    binding="system_default",
    scope="per_family",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("core_group_held")),
    met_by=(on("core_group_record_sent"),),
    started="Core group held",
    wanted="record and updated plan sent to all members",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "5 working days", "knowledge"),),
    confidence="medium",
    review_paragraphs=(
        "5.48",
        "5.102",
    ),
)
