"""Naming and measuring neglect."""

from holdfast.kernel.citation import Citation
from holdfast.standards.events import on
from holdfast.standards.model import Amount, Limit, Pattern, Standard

NEG_01 = Standard(
    id="NEG-01",
    title="Neglect tool (e.g. Graded Care Profile 2) baseline completed, per child, with carers",
    stage="neglect",
    binding="system_default",
    scope="per_child",
    limit=Limit("max_after_trigger", 20, "working_days", "day_after_trigger"),
    warn_before=Amount(5, "working_days"),
    trigger=Pattern(
        "neglect_plan_or_indicators",
        "a plan for neglect starts, or indicators of neglect gather",
        ("conference_held", "plan_started", "plan_ended", "observation_recorded", "neglect_tool_completed"),
    ),
    met_by=(on("neglect_tool_completed"),),
    started="Plan for neglect, or indicators of neglect gathering",
    wanted="neglect tool for this child",
    responsible="trained_practitioner_any_agency",
    ladder="L_CP",
    sources=(
        Citation("GCP2", "baseline then review; used at any stage; licensed and trained users only", "secondary"),
        Citation("SYSTEM", "20 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "4.1",
        "5.24",
        "5.33",
        "5.34",
        "5.37",
        "5.39",
        "5.42",
        "5.43",
        "7.1",
    ),
    note=("Holdfast keeps the tool's name, date, grades and whether it was done with the carers; never the tool itself."),
)
