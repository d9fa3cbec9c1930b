"""Neglect that gathers unseen."""

from holdfast.signals.model import Signal

SIG_NEGLECT_NO_TOOL = Signal(
    id="SIG-NEGLECT-NO-TOOL",
    title="Neglect indicators accumulating without a neglect tool",
    theme="neglect",
    says=(
        "Four indicators of neglect from two agencies within eight weeks, and no neglect tool completed for "
        "this child in three months."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="The tool is completed within 20 working days and the chair told.",
    reads=(
        "observation_recorded",
        "neglect_tool_completed",
    ),
    numbers={"n": 4, "days": 56, "tool_days": 90, "agencies": 2},
    review_paragraphs=(
        "5.24",
        "5.33",
        "5.34",
        "5.39",
        "5.41",
    ),
    evidence=(
        "GCPEVAL",
        "WILTS_M",
        "RNA2021",
    ),
    guard="The same words copied to brothers and sisters count once for each child named.",
)

SIG_NEGLECT_CUMULATIVE = Signal(
    id="SIG-NEGLECT-CUMULATIVE",
    title="Cumulative harm picture",
    theme="neglect",
    says=(
        "Within eight weeks, indicators of three aspects of neglect, from three agencies, for two children of "
        "one family, whatever each is alone."
    ),
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "cp_chair",
    ),
    asks="An extraordinary core group or strategy discussion within 2 working days, with one chronology.",
    reads=("observation_recorded",),
    numbers={"aspects": 3, "agencies": 3, "children": 2, "days": 56},
    review_paragraphs=(
        "4.1",
        "5.14",
        "5.29",
        "5.33",
        "6.2",
    ),
    evidence=(
        "TRIENNIAL",
        "BRANDON2014",
    ),
    guard="Indicators whose agency is not known count as no agency.",
)
