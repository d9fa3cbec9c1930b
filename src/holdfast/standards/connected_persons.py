"""Connected persons: a relative or friend whom the council approves, for a time, to care for a looked-after child."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Earlier, FieldIn, FieldIs, Not, SameAs
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Gate, LastsAtMost
from holdfast.rules.standard import Edition, Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.care_states import CARER_APPROVED, REG24_PLACEMENT

# All three have to be recorded as so. An extension without the panel or the reviewing officer is none, and the sixteen weeks then
# run out as if nobody had signed it.
EXTENDED = on(
    "temporary_approval_extended",
    where=(FieldIs("still_right", True), FieldIs("panel_asked", True), FieldIs("reviewing_officer_told", True)),
)
"""Lengthened as the regulations ask."""

LAC_14 = Standard(
    id="LAC-14",
    title="Regulation 24 temporary approval of a connected person expires",
    stage="connected_persons",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(16, "weeks"),
    warn_before=Amount(4, "weeks"),
    trigger=StateStarts(REG24_PLACEMENT),
    during=REG24_PLACEMENT,
    met_by=(CARER_APPROVED,),
    excused_by=(EXTENDED,),
    started="Temporary approval began",
    wanted="full approval",
    responsible="fostering_service_manager",
    ladder="L_LAC",
    sources=(
        Citation("CPPCR2010", "reg 24(1): for up to sixteen weeks", "secondary"),
        Citation("L_HILLINGDON", "up to 16 weeks", "read"),
        Citation("REVIEW", "footnote 11", "review"),
    ),
    confidence="high",
    effective_from=date(2011, 4, 1),
    versions=(
        Edition("SI 2010/959 as made", date(2011, 4, 1), date(2020, 4, 24), "16 weeks", "", "secondary"),
        Edition(
            "Coronavirus amendment SI 2020/445 (temporary)",
            date(2020, 4, 24),
            date(2020, 9, 25),
            "24 weeks",
            "",
            "knowledge",
            # The only edition with a number of its own. What began in those months keeps the 24 weeks, because a start is judged
            # by the edition of its day.
            LastsAtMost(24, "weeks"),
        ),
        Edition(
            "after coronavirus period",
            date(2020, 9, 25),
            None,
            "16 weeks (a local manual of June 2024 says so; a later change is not ruled out)",
            "",
            "secondary",
        ),
    ),
    review_paragraphs=("5.72",),
    check_before_release=True,
    note="In Wales it is 24 weeks: not to be taken over. Counted from the start of the placement.",
)

LAC_15 = Standard(
    id="LAC-15",
    title="Regulation 25 extension (once) of temporary approval",
    stage="connected_persons",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(8, "weeks"),
    warn_before=Amount(2, "weeks"),
    trigger=Each(
        on(
            "temporary_approval_extended",
            # Once in a placement: a second extension is not one the regulations know, so it starts no eight weeks. Any earlier
            # one counts, in order or not.
            where=(*EXTENDED.where, Not(Earlier(on("temporary_approval_extended"), since=REG24_PLACEMENT))),
        )
    ),
    during=REG24_PLACEMENT,
    met_by=(CARER_APPROVED,),
    started="Temporary approval extended",
    wanted="full approval",
    responsible="nominated_officer",
    ladder="L_LAC",
    sources=(Citation("CPPCR2010", "reg 25(2), (4), (5): once, for up to eight weeks more", "read"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    review_paragraphs=("5.72",),
    note=(
        "Only after it was found that the placement is still the best there is, the fostering panel was asked and the "
        "reviewing officer told, with a nominated officer's approval. Where it runs out without full approval the placement"
        " has to end once other arrangements are made (reg 25(6)). Counted from the day it was extended."
    ),
)

LAC_16 = Standard(
    id="LAC-16",
    title="Connected person suitability assessed BEFORE a Regulation 24 placement",
    stage="connected_persons",
    binding="statute",
    scope="per_carer",
    # A gate on the stay itself. Assessed the day after is not before.
    limit=Gate((Earlier(on("viability_assessed", where=(FieldIn("outcome", ("suitable",)), SameAs("carer", "with")))),)),
    trigger=Each(on("stay_started", where=(FieldIn("arrangement", ("reg24",)),))),
    started="Child placed under regulation 24",
    wanted="assessment that found the carer suitable",
    responsible="lead_social_worker",
    ladder="L_LAC",
    sources=(
        Citation(
            "CPPCR2010",
            "reg 24(2) and Schedule 4: what is to be looked at when a connected person's suitability is assessed",
            "heading_seen",
        ),
    ),
    confidence="medium",
    effective_from=date(2011, 4, 1),
    review_paragraphs=(
        "5.64",
        "5.69",
        "5.72",
    ),
    note=(
        "It looks at the home and at every adult in it. An assessment that found the carer unsuitable, or asked for more, "
        "is not one to place a child on."
    ),
)
