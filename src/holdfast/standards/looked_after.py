"""Looked after by the council: the care plan, reviews, health, school, and who is told where the child is."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Earlier, FieldIn, InState, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, FromAge, Interval, Repeated
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Prepared, StateStarts
from holdfast.standards.care_states import LOOKED_AFTER, PLACED

REVIEW = on("looked_after_review_held")
HEALTH_ASSESSED = on("health_assessment_held")
# A notification within a week of a placement's start is about that one; only one further from it can be about the next.
TOLD_AHEAD = on("placement_notified", where=(Not(Earlier(on("stay_started"), Amount(7, "calendar_days"))),))
"""Told of a placement to come: within a week of the last one, it is of that."""

LAC_01 = Standard(
    id="LAC-01",
    title="Care plan prepared",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    # The regulations want the plan before the placement; the ten days are for when that could not be. So one made ahead has to
    # count.
    trigger=Prepared(
        StateStarts(LOOKED_AFTER), by=on("care_plan_prepared"), since=on("looked_after_ended", "stay_ended", "court_order_ended")
    ),
    during=LOOKED_AFTER,
    met_by=(on("care_plan_prepared"),),
    started="Child became looked after",
    wanted="care plan",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation(
            "CPPCR2010", "reg 4(2): before the first placement or, where that could not be, within ten working days of it", "read"
        ),
    ),
    confidence="high",
    effective_from=date(2011, 4, 1),
    review_paragraphs=("4.3",),
    note="A plan prepared before the child came counts from the day they did.",
)

LAC_02 = Standard(
    id="LAC-02",
    title="First review",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(LOOKED_AFTER),
    during=LOOKED_AFTER,
    met_by=(REVIEW,),
    started="Child became looked after",
    wanted="first review",
    responsible="iro",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 33(1): 20 working days from the day the child became looked after", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    review_paragraphs=("4.3",),
)

LAC_03 = Standard(
    id="LAC-03",
    title="Second review",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Deadline(3, "months"),
    warn_before=Amount(15, "working_days"),
    # The first since this time of being looked after began: a child who comes back to care has first reviews again.
    trigger=Each(on("looked_after_review_held", where=(InState(LOOKED_AFTER), Not(Earlier(REVIEW, since=LOOKED_AFTER))))),
    during=LOOKED_AFTER,
    met_by=(REVIEW,),
    started="First review",
    wanted="second review",
    responsible="iro",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 33(2): three months after the first at most", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
)

LAC_04 = Standard(
    id="LAC-04",
    title="Later reviews",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    # Started by reviews from the second on, so that between the first and the second only the three months of LAC-03 run.
    limit=Repeated(6, "months"),
    warn_before=Amount(20, "working_days"),
    trigger=Each(on("looked_after_review_held", where=(Earlier(REVIEW, since=LOOKED_AFTER),))),
    during=LOOKED_AFTER,
    met_by=(REVIEW,),
    started="Last review",
    wanted="review",
    responsible="iro",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 33(2): six months apart at most", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note=(
        "Counts from the second review; the first three months are a standard of their own. The reviewing officer may ask "
        "for one sooner (reg 33(3)); long-term foster placements may have shorter meetings between (2015 amendments)."
    ),
)

LAC_11 = Standard(
    id="LAC-11",
    title="Initial health assessment",
    stage="looked_after",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(10, "working_days"),
    trigger=StateStarts(LOOKED_AFTER),
    during=LOOKED_AFTER,
    met_by=(on("health_assessment_held", where=(FieldIn("kind", ("initial",)),)),),
    started="Child became looked after",
    wanted="initial health assessment",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation("PHW2015", "report in time for the first review", "knowledge"),
        Citation("CPPCR2010", "reg 7", "knowledge"),
    ),
    confidence="medium",
    effective_from=date(2015, 3, 1),
    review_paragraphs=("5.23",),
)

LAC_12 = Standard(
    id="LAC-12",
    title="Review health assessment",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    # One interval that changes, not two standards: at the fifth birthday a child would otherwise owe both.
    limit=Interval(6, "months", changes=(FromAge(5, 12, "months"),)),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(LOOKED_AFTER),
    during=LOOKED_AFTER,
    met_by=(HEALTH_ASSESSED,),
    started="Last health assessment, or start of being looked after",
    wanted="health assessment",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation("PHW2015", "every six months under five, every twelve from five on", "secondary"),
        Citation("CPPCR2010", "reg 7", "knowledge"),
    ),
    confidence="medium",
    effective_from=date(2011, 4, 1),
    note="Twelve months from the fifth birthday on: which it is goes by the age at the assessment it counts from.",
)

LAC_13 = Standard(
    id="LAC-13",
    title="Personal education plan",
    stage="looked_after",
    binding="statutory_guidance",
    scope="per_child",
    # A younger child in care at that birthday is asked from then on, not from when they came.
    limit=Deadline(10, "working_days", from_age=3),
    warn_before=Amount(3, "working_days"),
    trigger=StateStarts(LOOKED_AFTER),
    during=LOOKED_AFTER,
    met_by=(on("education_plan_begun"),),
    started="Child became looked after",
    wanted="personal education plan",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation(
            "L_KNOWSLEY",
            "begun within 10 working days where the child came in an emergency; there for the first review (20 working days)",
            "read",
        ),
    ),
    confidence="medium",
    note=(
        "Asked from the third birthday, when early education begins. It is to be looked at again every school term; the "
        "terms of the child's own school are not on the record, so that is not counted here."
    ),
)

LAC_17 = Standard(
    id="LAC-17",
    title="Placement notified in writing to required persons: before it is made, or in an emergency within five working days",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Prepared(StateStarts(PLACED), by=TOLD_AHEAD, since=on("stay_started")),
    met_by=(on("placement_notified"),),
    started="Placement started",
    wanted="placement notified in writing",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation(
            "CPPCR2010", "reg 13(1)-(2): before it is made or, in an emergency, within five working days of its start", "read"
        ),
    ),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note=(
        "Told before a planned placement, it is met as that starts. Those to tell are the child, parents, doctor, school, "
        "reviewing officer and earlier carers; it may be kept from somebody where it would put the child at risk (reg "
        "13(3))."
    ),
)
