"""Practice reviews: earlier themes looked at, the family heard, the report sent ahead, published and kept."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Mentions
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, BeforePlannedDay, Deadline, LastsAtLeast
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each
from holdfast.standards.editions import working_together

REV_04 = Standard(
    id="REV-04",
    title="Local child safeguarding practice review completed and published",
    stage="practice_review",
    binding="statutory_guidance",
    scope="per_incident",
    limit=Deadline(6, "months"),
    warn_before=Amount(2, "months"),
    trigger=Each(on("practice_review_started")),
    met_by=(on("practice_review_published"),),
    outlives_childhood=True,
    after_death=True,
    started="Practice review started",
    wanted="publication of the review",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(
        Citation("WT2018", "ch 4", "secondary"),
        Citation("L_TRAFFORD_COVID", "published within 6 months of its start", "read"),
    ),
    confidence="high",
    effective_from=date(2018, 6, 29),
    versions=working_together("ch 4", "secondary", "ch 5"),
    review_paragraphs=(
        "3.1",
        "3.3",
        "6.6",
    ),
    note=(
        "Where it cannot be done, the reasons go to the Panel. The published review of 2021 took sixteen months from "
        "its first panel meeting, and gave the pandemic and a change of author as the reasons."
    ),
)

REV_05 = Standard(
    id="REV-05",
    title="Report sent to the Panel and the Secretary of State before publication",
    stage="practice_review",
    binding="statutory_guidance",
    scope="per_incident",
    # Both have to have it, and one entry may name both; hence two events that the same entry can be.
    limit=BeforePlannedDay(7, "working_days", all_of=True),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("review_publication_planned")),
    met_by=(
        on("practice_review_sent", where=(Mentions("to", ("panel",)),)),
        on("practice_review_sent", where=(Mentions("to", ("secretary of state",)),)),
    ),
    outlives_childhood=True,
    after_death=True,
    started="Publication of the review planned",
    wanted="report with the Panel and the Secretary of State",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(Citation("WT2018", "ch 4", "knowledge"),),
    confidence="medium",
    effective_from=date(2018, 6, 29),
    versions=working_together("ch 4", "knowledge", "ch 5"),
    check_before_release=True,
)

REV_06 = Standard(
    id="REV-06",
    title="Published report kept publicly available",
    stage="practice_review",
    binding="statutory_guidance",
    scope="per_incident",
    # Kept until somebody takes it down: nobody records each day that it is still there.
    limit=LastsAtLeast(12, "months", broken_by=(on("practice_review_withdrawn"),)),
    trigger=Each(on("practice_review_published")),
    outlives_childhood=True,
    after_death=True,
    started="Practice review published",
    wanted="report kept where anybody can read it",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(Citation("WT2018", "ch 4: at least one year", "knowledge"),),
    confidence="medium",
    effective_from=date(2018, 6, 29),
    versions=working_together("ch 4", "knowledge", "ch 5"),
)

REV_09 = Standard(
    id="REV-09",
    title="Earlier reviews with the same theme shown when a new review or rapid review opens",
    stage="learning",
    binding="statute",
    scope="per_incident",
    # The regulation puts the question and sets no time; one day because it belongs at the beginning.
    limit=Deadline(1, "working_days"),
    trigger=Each(on("rapid_review_started", "practice_review_started")),
    met_by=(on("earlier_themes_checked"),),
    outlives_childhood=True,
    after_death=True,
    started="Review opened",
    wanted="look at what earlier reviews said on the same themes",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(
        Citation("SI2018_789", "reg 3: whether the improvements were identified before", "read"),
        Citation("REVIEW", "5.41-5.43, 9.1.8", "review"),
    ),
    confidence="medium",
    effective_from=date(2018, 6, 29),
    review_paragraphs=(
        "5.19",
        "5.41",
        "5.42",
        "5.43",
        "9.1.8",
    ),
    note=("The question is in the regulations for national reviews, and local reviews follow them; the one day is ours."),
)

REV_11 = Standard(
    id="REV-11",
    title="Family and child invited to contribute to the review and told the findings before publication",
    stage="practice_review",
    binding="system_default",
    scope="per_family",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("practice_review_started")),
    met_by=(on("review_contribution_invited"),),
    outlives_childhood=True,
    after_death=True,
    started="Practice review started",
    wanted="invitation to the family and the child",
    responsible="reviewer",
    ladder="L_REVIEW",
    sources=(
        Citation("REVIEW", "3.7, 3.8", "review"),
        Citation("SYSTEM", "20 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "3.7",
        "3.8",
    ),
)
