"""Review conferences and the end of a plan."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import EndedByConference, EveryActionDone, FieldIn, InState
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Gate, Interval, ShareOfInterval
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, EndsWithFew, StateEnds, StateStarts
from holdfast.standards.editions import working_together
from holdfast.standards.states import CHILD_PROTECTION_PLAN, decided

CP_40 = Standard(
    id="CP-40",
    title="First review conference",
    stage="cp_review",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(3, "months"),
    warn_before=Amount(15, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    # A review that decided about this child. A brother's review at which this one was only mentioned is none.
    met_by=(on("conference_held", where=(FieldIn("kind", ("review",)),), names="decisions"),),
    started="Plan made",
    wanted="first review conference",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "Child protection review conference (p53)", "secondary"),
        Citation("L_NYORKS", "first review within three months", "read"),
        Citation("L_LIVSCP", "three months", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("p53", "secondary", "ch 3 s3 review box"),
    review_paragraphs=("5.52",),
    check_before_release=True,
    note="In the published review every conference was in time: timeliness alone would have shown green.",
)

CP_41 = Standard(
    id="CP-41",
    title="Later review conferences",
    stage="cp_review",
    binding="statutory_guidance",
    scope="per_child",
    # From the start of the plan as well, so that a plan whose first review never came is overdue here too once six months are up.
    limit=Interval(6, "months"),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("conference_held", where=(FieldIn("kind", ("review",)),), names="decisions"),),
    started="Last review or start of the plan",
    wanted="review conference",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "Child protection review conference (p53)", "secondary"),
        Citation("L_NYORKS", "at most six months apart", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("p53", "secondary", "ch 3 s3 review box"),
    review_paragraphs=("5.53",),
    check_before_release=True,
    note="Brought forward where something important changes (AS-05 says what).",
)

CP_50 = Standard(
    id="CP-50",
    title=("A plan ends only by review conference (or transfer-in conference elsewhere, 18th birthday, death, leaving UK)"),
    stage="cp_end",
    binding="statutory_guidance",
    scope="per_child",
    limit=Gate((EndedByConference(),)),
    trigger=StateEnds(CHILD_PROTECTION_PLAN),
    started="Plan ended",
    wanted="review conference that decided to end it",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "Discontinuing the child protection plan (p55)", "secondary"),
        Citation("L_SEFTON", "6.1.6", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("p55", "knowledge", "ch 3 s3"),
    review_paragraphs=("4.5",),
)

CP_51 = Standard(
    id="CP-51",
    title="A plan is not ended at the first review unless every action of every agency is evidenced complete",
    stage="cp_end",
    binding="local_standard",
    scope="per_child",
    limit=Gate((EveryActionDone(),)),
    # Ended by a decision. Coming of age and death end a plan without anybody having to show that everything was done.
    trigger=EndsWithFew(CHILD_PROTECTION_PLAN, on("conference_held", where=(FieldIn("kind", ("review",)),)), 1),
    started="Plan ended at or before its first review",
    wanted="every action of every agency shown to be done",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(Citation("L_LINCS", "closing at the first review", "read"),),
    confidence="high",
    review_paragraphs=("4.5",),
    note=(
        "Ending with a reason unchanged needs a named person to say so and goes to the service manager. Each reason the "
        "plan was made for is looked at again, beside what it is now."
    ),
)


CP_42 = Standard(
    id="CP-42",
    title="Plan made before birth: first review after the birth",
    stage="cp_review",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("birth_recorded", where=(InState(CHILD_PROTECTION_PLAN),), names="child")),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("conference_held", where=(FieldIn("kind", ("review",)),), names="decisions"),),
    started="Birth",
    wanted="review conference",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation(
            "L_LIVSCP", "20 working days after the birth, or three months from the initial conference if that is sooner", "read"
        ),
    ),
    confidence="high",
    review_paragraphs=("4.5",),
    note="The three months from the conference that made the plan are CP-40.",
)


CP_43 = Standard(
    id="CP-43",
    title="Chair's mid-point check between conferences",
    stage="cp_review",
    binding="local_standard",
    scope="per_child",
    # Half of what is planned, where a review is booked; otherwise half of the longest that guidance allows, which after a first
    # conference is three months and after a review six.
    limit=ShareOfInterval(
        0.5,
        to=on("conference_booked", where=(FieldIn("kind", ("review",)),)),
        otherwise=Amount(6, "months"),
        after=((on("conference_held", where=(FieldIn("kind", ("initial", "pre_birth", "transfer_in")),)), Amount(3, "months")),),
    ),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("conference_held", where=(decided("plan_made", "plan_continued"),))),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("chair_check_recorded"),),
    # A review held before the half-way day leaves no half to check.
    excused_by=(on("conference_held", where=(FieldIn("kind", ("review",)),), names="decisions"),),
    started="Conference held",
    wanted="chair's check half-way to the next conference",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("L_SWINDON", "every plan looked at half-way, at its 12-month point", "read"),
        Citation("SYSTEM", "half-way through each interval", "review"),
    ),
    confidence="medium",
    review_paragraphs=(
        "5.49",
        "5.118",
        "7.6",
    ),
    note=(
        "Half-way to the review that is booked; where none is, to the latest day it may be held. It keeps the chair "
        "within reach between conferences (Recommendation 6)."
    ),
)
