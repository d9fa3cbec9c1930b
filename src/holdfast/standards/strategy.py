"""Strategy discussions."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AllOf, Attended, FieldIn
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Gate
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.done_by import BY_SOCIAL_WORKER
from holdfast.standards.editions import working_together
from holdfast.standards.professions import HEALTH_WORDS, POLICE_WORDS
from holdfast.standards.states import SECTION47_ENQUIRY

CP_01 = Standard(
    id="CP-01",
    title="Strategy discussion held",
    stage="strategy_s47",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("contact_decided", where=(FieldIn("decision", ("strategy_discussion",)),))),
    met_by=(on("strategy_discussion_held"),),
    started="Decided to hold a strategy discussion",
    wanted="strategy discussion",
    responsible="social_care_team_manager",
    ladder="L_IMMEDIATE",
    sources=(
        Citation(
            "WT2018", "ch 1 Strategy discussion (p41): whenever there is reasonable cause to suspect (no number)", "heading_seen"
        ),
        Citation("L_KNOWSLEY", "strategy discussion within 24 hours of deciding on it", "read"),
        Citation("L_BSCB47", "1.3.1: usually 24 hours; up to 15 working days for a planned response", "read"),
    ),
    confidence="high",
    review_paragraphs=(
        "4.2",
        "4.6",
        "5.96",
        "5.100",
    ),
    note=(
        "National guidance gives no number of hours. The discussion names every brother and sister, and every other child in the "
        "households of the adults concerned."
    ),
)

CP_02 = Standard(
    id="CP-02",
    title=(
        "Strategy discussion quorate: local authority social care (manager), police and health, plus referrer and school/nursery"
    ),
    stage="strategy_s47",
    binding="statutory_guidance",
    scope="per_child",
    # The three by name, since two from health and none from the police are not a quorum. Unknown where attendance was not
    # recorded.
    limit=Gate((AllOf((Attended("social_care"), Attended(POLICE_WORDS), Attended(HEALTH_WORDS))),)),
    trigger=Each(on("strategy_discussion_held")),
    started="Strategy discussion",
    wanted="children's social care, police and health all present",
    responsible="social_care_team_manager",
    ladder="L_IMMEDIATE",
    sources=(
        Citation(
            "WT2018", "ch 1 Strategy discussion (p41-42): LA children's social care, police, health as a minimum", "knowledge"
        ),
        Citation("L_LANCS_AMEND", "April 2017 amendment: health, education and police as a minimum", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("ch 1 pp41-43", "knowledge", "ch 3 s3"),
    review_paragraphs=("5.96",),
    note="The minimum. The referrer and the school or nursery are asked as well.",
)


CP_03 = Standard(
    id="CP-03",
    title="Section 47: child seen and spoken to",
    stage="strategy_s47",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    # The state and not the discussion, so that a second discussion in one enquiry starts no second clock.
    trigger=StateStarts(SECTION47_ENQUIRY),
    met_by=(on("visit_made", where=(BY_SOCIAL_WORKER,), names="seen"),),
    started="Section 47 enquiry started",
    wanted="visit by a social worker at which this child was seen",
    responsible="lead_social_worker",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("CA1989", "s47(4): access to the child; s47(5A): wishes and feelings", "secondary"),
        Citation("L_SLOUGH", "24 hours where there are child protection concerns", "read"),
    ),
    confidence="medium",
    review_paragraphs=("5.3",),
    note=(
        "The Act asks for access to the child and for the child's wishes and feelings; the 24 hours are local. Counted "
        "from the discussion that decided on the enquiry, or from the enquiry's own entry where no such discussion is "
        "on the record."
    ),
)


CP_04 = Standard(
    id="CP-04",
    title="Section 47 outcome recorded in time for the conference",
    stage="strategy_s47",
    binding="statutory_guidance",
    scope="per_child",
    # Guidance sets no number for it: these are the conference's days, from the same start, because the outcome has to be ready
    # for it.
    limit=Deadline(15, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(SECTION47_ENQUIRY),
    met_by=(on("section47_completed"),),
    started="Section 47 enquiry started",
    wanted="outcome of the enquiry",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("L_BSCB47", "1.3.1 to 1.3.2", "read"),
        Citation("WT2018", "outcome of section 47 enquiries (p47)", "heading_seen"),
    ),
    confidence="medium",
    effective_from=date(2013, 4, 15),
    versions=working_together("pp47-48", "knowledge", "ch 3 s3"),
    note="The 15 days are those of the conference; guidance asks only that the outcome is ready for it.",
)
