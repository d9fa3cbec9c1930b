"""Naming and measuring neglect."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIn, Filled, GradeAtLeast, InState, Not, Recorded
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Either, Gathers, StateStarts
from holdfast.standards.states import NEGLECT_MEASURED, NEGLECT_PLAN

# Two events because the child may be named or left out; an action for another named child is neither.
FOR_THIS_CHILD = on("action_agreed", where=(FieldIn("for", ("child", "both")),), names="child")
FOR_THE_CHILDREN = on("action_agreed", where=(FieldIn("for", ("child", "both")), Not(Recorded("child"))))

NEG_01 = Standard(
    id="NEG-01",
    title="Neglect tool (e.g. Graded Care Profile 2) baseline completed, per child, with carers",
    stage="neglect",
    binding="system_default",
    scope="per_child",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Either(
        (
            StateStarts(NEGLECT_PLAN),
            # The same numbers as SIG-NEGLECT-NO-TOOL, and apart from it: a partnership may want to be worried sooner than it asks
            # for the tool.
            Gathers(
                (on("observation_recorded", where=(Filled("neglect"),)),),
                4,
                Amount(56, "calendar_days"),
                counting="indicators",
                also=(("agencies", 2),),
                unless=(on("neglect_tool_completed"),),
                # A window is shorter than its length, so that a tool exactly ninety days old is still in date.
                unless_within=Amount(91, "calendar_days"),
                # On such a plan the other start runs already.
                only=(Not(InState(NEGLECT_PLAN)),),
                # Not asked again for ninety days: indicators keep coming while the tool is being done.
                quiet=Amount(90, "calendar_days"),
            ),
        )
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
    note=(
        "Holdfast keeps the tool's name, date, grades and whether it was done with the carers; never the tool itself. "
        "It measures the care given to one child by one carer over a short time, from 1 (best) to 5, in four areas: "
        "physical care, safety, emotional care and developmental care."
    ),
)


NEG_02 = Standard(
    id="NEG-02",
    title="Neglect tool repeated",
    stage="neglect",
    binding="system_default",
    scope="per_child",
    limit=Interval(3, "months"),
    warn_before=Amount(15, "working_days"),
    # From the first tool on any plan. Neglect is often measured on plans that were made for something else.
    trigger=StateStarts(NEGLECT_MEASURED),
    during=NEGLECT_MEASURED,
    met_by=(on("neglect_tool_completed"),),
    started="Neglect tool completed",
    wanted="neglect tool completed again",
    responsible="trained_practitioner_any_agency",
    ladder="L_CP",
    sources=(
        Citation("GCP2", "a follow-up shows progress; no national interval", "read"),
        Citation("SYSTEM", "before each review conference, and at least every three months", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "5.34",
        "5.37",
        "5.39",
    ),
    note=(
        "From the first tool completed on a plan, for as long as any plan or pre-proceedings lasts, whatever its "
        "category: neglect is often found on plans made for something else."
    ),
)


NEG_03 = Standard(
    id="NEG-03",
    title="Poor grade answered by plan action",
    stage="neglect",
    binding="system_default",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    # The worst area decides and not the average: good food does not make up for danger.
    trigger=Each(on("neglect_tool_completed", where=(GradeAtLeast(4),))),
    met_by=(FOR_THIS_CHILD, FOR_THE_CHILDREN),
    started="Neglect tool graded 4 or 5 in some area",
    wanted="action for this child in the plan",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "5 working days", "knowledge"),),
    confidence="low",
    review_paragraphs=("5.34",),
    note="An action for the parent alone is no answer to what the child lives with.",
)
