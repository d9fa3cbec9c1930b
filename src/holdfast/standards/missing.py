"""Missing children: what is owed to a child who comes back, and to one who keeps going."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AtStage
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Gathers

MIS_01 = Standard(
    id="MIS-01",
    title="Return home interview",
    stage="missing",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(72, "hours", "moment_of_trigger"),
    warn_before=Amount(24, "hours"),
    # A child's own return. Parents go missing too, and are entries in the same record.
    trigger=Each(on("missing_ended", where=(AtStage("child"),))),
    met_by=(on("return_interview_held"),),
    excused_by=(on("return_interview_declined"),),
    started="Child found",
    wanted="return home interview",
    responsible="independent_return_interviewer",
    ladder="L_CSC",
    sources=(
        Citation("MISS2014", "talk with somebody independent within 72 hours", "knowledge"),
        Citation("MISS2014", "forms of Knowsley and Derbyshire: within 72 hours of the return", "secondary"),
    ),
    confidence="high",
    effective_from=date(2014, 1, 1),
    review_paragraphs=("5.31",),
    note="A child may say no to it; that it was offered is then on the record.",
)

MIS_02 = Standard(
    id="MIS-02",
    title="Repeat missing: strategy meeting",
    stage="missing",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Gathers(
        events=(on("missing_started", where=(AtStage("child"),)),),
        n=3,
        within=Amount(30, "calendar_days"),
        # A discussion empties the window: what was known to it is not counted again (decision 8 of docs/adr).
        since=(on("strategy_discussion_held"),),
    ),
    met_by=(on("strategy_discussion_held"),),
    started="Missing for the third time in 30 days",
    wanted="strategy discussion",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(Citation("MISS2014", "Derbyshire practice guidance: three times or more in 30 days", "secondary"),),
    confidence="medium",
    review_paragraphs=("5.31",),
    local_variants=(LocalVariant("common elsewhere", "3 in 90 days (from knowledge)"),),
    note="Once a strategy discussion was held, it takes three more times to ask for another.",
)
