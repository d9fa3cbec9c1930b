"""Visits to a looked-after child. Only a visit made as one, that saw the child, counts."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIn
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, FirstThenEvery, Interval, Once
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import StateStarts
from holdfast.standards.care_states import (
    CARE_AT_HOME,
    ORDINARY_PLACEMENT,
    PLACED,
    VISITED_EVERY_WEEK,
    WITH_PARENTS_AT_ONCE,
)

# The kind is asked for: the regulations count visits made as such, and a worker who meets the child at school has made another.
SEEN = on("visit_made", where=(FieldIn("kind", ("looked_after",)),), names="seen")
REVIEWED = on("looked_after_review_held")


LAC_05 = Standard(
    id="LAC-05",
    title="Visit after any placement starts",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Deadline(1, "weeks"),
    warn_before=Amount(2, "calendar_days"),
    trigger=StateStarts(PLACED),
    during=PLACED,
    met_by=(SEEN,),
    started="Placement started",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 28(2)(a): within a week of the start of any placement", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    review_paragraphs=("4.3",),
)

LAC_06 = Standard(
    id="LAC-06",
    title="Visits in first year of placement",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    # Stops where LAC-07 starts, at the same day, and LAC-07 counts on from the last visit here. Two clocks for one visit would
    # show one child twice.
    limit=Interval(6, "weeks", stops_after=Amount(12, "months")),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(ORDINARY_PLACEMENT),
    during=ORDINARY_PLACEMENT,
    met_by=(SEEN,),
    started="Last visit, or start of the placement",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 28(2)(b): six weeks apart at most in the first year", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note="A placement under regulation 24, and a child at home under a care order, have visits of their own.",
)

LAC_07 = Standard(
    id="LAC-07",
    title="Visits after first year",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Interval(
        6,
        "weeks",
        starts_after=Amount(12, "months"),
        # From the agreement on. It says what the placement is meant to be, which only somebody can decide.
        changes=(Once(on("long_term_placement_agreed"), 3, "months"),),
    ),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(ORDINARY_PLACEMENT),
    during=ORDINARY_PLACEMENT,
    met_by=(SEEN,),
    started="Last visit, or end of the first year",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation(
            "CPPCR2010",
            "reg 28(2)(c): six weeks apart at most, or three months where the placement is meant to last until 18",
            "read",
        ),
    ),
    confidence="high",
    effective_from=date(2011, 4, 1),
    local_variants=(LocalVariant("placement intended to last to 18", "3 months"),),
    note=(
        "Counts on from the last visit of the first year. Three months apart once it is agreed that the placement should "
        "last until 18."
    ),
)

LAC_08 = Standard(
    id="LAC-08",
    title="Visits: Regulation 24 placement, or interim care order with child at home",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    # The review and not a number of weeks ends the weekly visits, so a late review keeps them weekly.
    limit=Interval(1, "weeks", changes=(Once(REVIEWED, 4, "weeks"),)),
    warn_before=Amount(2, "calendar_days"),
    trigger=StateStarts(VISITED_EVERY_WEEK),
    during=VISITED_EVERY_WEEK,
    met_by=(SEEN,),
    started="Last visit, or start of the placement or order",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 28(4): every week until the first review, then four weeks apart at most", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    review_paragraphs=(
        "4.3",
        "5.72",
    ),
    note="The first review is the first there is in this placement, or under this order with the child at home.",
)

LAC_09 = Standard(
    id="LAC-09",
    title="Visits: care order, child at home with parent",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    # Not an interval: the first week counts from the order, and only once the child has been seen does the longer one begin.
    limit=FirstThenEvery(1, "weeks", then=Once(SEEN, 6, "weeks")),
    warn_before=Amount(2, "calendar_days"),
    trigger=StateStarts(CARE_AT_HOME),
    during=CARE_AT_HOME,
    met_by=(SEEN,),
    started="Last visit, or start of the care order at home",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 28(5)", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note="Within a week of the order, or of the child coming home under it; then six weeks apart at most.",
)

LAC_10 = Standard(
    id="LAC-10",
    title="Visits: immediate placement with parent before assessment complete (reg 19)",
    stage="looked_after",
    binding="statute",
    scope="per_child",
    limit=Interval(1, "weeks", changes=(Once(REVIEWED, 6, "weeks"),)),
    warn_before=Amount(2, "calendar_days"),
    trigger=StateStarts(WITH_PARENTS_AT_ONCE),
    during=WITH_PARENTS_AT_ONCE,
    met_by=(SEEN,),
    started="Last visit, or start of the placement",
    wanted="visit that sees the child",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 28(3)", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note="Until the parents have been assessed: every week until the first review, then six weeks apart at most.",
)
