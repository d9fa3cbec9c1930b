"""Assessment of need under sections 17 and 47 of the Children Act 1989."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.standards.events import on
from holdfast.standards.model import Amount, Limit, Pattern, Standard, Version

AS_01 = Standard(
    id="AS-01",
    title="Assessment (s17/s47) concluded",
    stage="assessment",
    binding="statutory_guidance",
    scope="per_child",
    limit=Limit("max_after_trigger", 45, "working_days", "day_after_trigger"),
    warn_before=Amount(10, "working_days"),
    trigger=Pattern(
        "contact_became_referral",
        "a contact was decided to need an assessment or a strategy discussion",
        ("contact_received", "contact_decided"),
    ),
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
    versions=(
        Version("WT2018", date(2018, 7, 4), date(2023, 12, 15), "as stated", "ch 1 Timeliness p33", "secondary"),
        Version("WT2023", date(2023, 12, 15), date(2026, 3, 1), "unchanged", "ch 3 s2 timeliness", "knowledge"),
        Version("WT2026", date(2026, 3, 1), None, "assumed unchanged - NOT VERIFIED", "check PDF", "not_verified"),
    ),
    review_paragraphs=("5.55",),
    check_before_release=True,
    note="A maximum, not a target. The clock starts at the contact, and only when the decision makes it a referral.",
)
