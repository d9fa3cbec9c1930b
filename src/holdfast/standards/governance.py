"""Governance: what the partnership owes in public, in learning and in looking at its own work."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Attended, Earlier, FieldIn, Mentions, SameAs
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Gate, MonthlyCount, Repeated
from holdfast.rules.standard import Edition, Standard, Switch
from holdfast.rules.trigger import Each
from holdfast.standards.editions import SINCE_2018, SINCE_2023, SINCE_2026
from holdfast.standards.professions import HEALTH_WORDS, POLICE_WORDS

REV_10 = Standard(
    id="REV-10",
    title="Safeguarding partners' yearly report published",
    stage="governance",
    binding="statute",
    scope="per_partnership",
    # From each report to the next; before the first there is nothing to count from.
    limit=Repeated(12, "months"),
    warn_before=Amount(3, "months"),
    trigger=Each(on("partnership_report_published")),
    met_by=(on("partnership_report_published"),),
    outlives_childhood=True,
    started="Yearly report published",
    wanted="next yearly report",
    responsible="lead_safeguarding_partners",
    ladder="L_REVIEW",
    sources=(
        Citation("CA2004", "s16G(7)", "knowledge"),
        Citation("L_BUCKS_AR", "at least once in every 12 months", "read"),
    ),
    confidence="medium",
    effective_from=date(2018, 6, 29),
    versions=(
        Edition("WT2018", SINCE_2018, SINCE_2023, "at least once in every 12 months", "", "secondary"),
        Edition("WT2023", SINCE_2023, SINCE_2026, "the same, and expected by the end of September", "", "knowledge"),
        Edition(
            "WT2026",
            SINCE_2026,
            None,
            "must show the difference made to children and families; the date is NOT VERIFIED",
            "",
            "secondary",
        ),
    ),
    check_before_release=True,
    note=("The partnership's own: its entries are about nobody."),
)

GOV_01 = Standard(
    id="GOV-01",
    title="Multi-agency child protection team established",
    stage="governance",
    binding="statute",
    scope="per_partnership",
    limit=Gate(
        (
            Earlier(
                on(
                    "protection_team_established",
                    where=(
                        Attended(("social",)),
                        Attended(POLICE_WORDS),
                        Attended(HEALTH_WORDS),
                        Attended(("education", "school", "teacher")),
                    ),
                )
            ),
        )
    ),
    # That a provision came into force is an entry, so that the gate is asked on that day and the record says on what authority.
    trigger=Each(on("provision_commenced", where=(Mentions("provision", ("16EA", "child protection team")),))),
    switch=Switch(
        "Children's Wellbeing and Schools Act 2026 s3 is enacted and not in force; its regulations are expected late in 2027."
    ),
    started="Duty to have a team in force",
    wanted="team with social work, police, health and education in it",
    responsible="lead_safeguarding_partners",
    ladder="L_REVIEW",
    sources=(Citation("CWSA2026", "s3, inserting s16EA into the Children Act 2004", "read"),),
    confidence="high",
    note=("Not in force. Who has to be in it is known, so the record can hold it now. Regulations are expected late in 2027."),
)

GOV_02 = Standard(
    id="GOV-02",
    title="Workforce learning on drugs, neglect, desensitisation and the practice model offered, and uptake by agency recorded",
    stage="learning",
    binding="system_default",
    scope="per_agency",
    limit=Repeated(12, "months"),
    warn_before=Amount(2, "months"),
    trigger=Each(on("training_year_started", "training_uptake_reported")),
    met_by=(
        on(
            "training_uptake_reported",
            where=(
                # Another agency's report says nothing of this one.
                SameAs("agency", "agency"),
                # Four conditions and not one list: any of a list would be enough, and all four are asked for.
                FieldIn("subjects", ("drugs",)),
                FieldIn("subjects", ("neglect",)),
                FieldIn("subjects", ("desensitisation",)),
                FieldIn("subjects", ("practice_model",)),
            ),
        ),
    ),
    outlives_childhood=True,
    started="Training year started",
    wanted="report of what was offered and taken up",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(Citation("REVIEW", "5.89, 5.107, 5.123", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.38",
        "5.60",
        "5.86",
        "5.88",
        "5.89",
        "5.107",
        "5.123",
        "7.3",
        "7.5",
        "7.7",
    ),
    note=("Each agency has its own. A report counts that covers all four subjects, and starts the next year."),
)

GOV_03 = Standard(
    id="GOV-03",
    title="Neglect audit sample",
    stage="quality_assurance",
    binding="local_standard",
    scope="per_partnership",
    # Calendar months, from the first whole one: a programme that begins in the last week of a month could not do five in it.
    limit=MonthlyCount(5),
    trigger=Each(on("audit_programme_started", where=(Mentions("kind", ("neglect",)),))),
    met_by=(on("audit_completed", where=(Mentions("kind", ("neglect",)),)),),
    excused_by=(on("audit_programme_ended", where=(Mentions("kind", ("neglect",)),)),),
    outlives_childhood=True,
    started="Month of neglect audits",
    wanted="neglect audits",
    responsible="principal_social_worker",
    ladder="L_REVIEW",
    sources=(Citation("REVIEW", "5.40: a plan to audit five cases a month", "review"),),
    confidence="high",
    review_paragraphs=(
        "5.40",
        "5.75",
    ),
    note=("Counted over everyone's records: each audit entry is one case. From the first whole month after the programme began."),
)
