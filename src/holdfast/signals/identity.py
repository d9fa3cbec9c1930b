"""People who are mistaken for each other."""

from holdfast.signals.model import Signal

SIG_SAME_NAME = Signal(
    id="SIG-SAME-NAME",
    title="Adults in one family network share a name and may be confused",
    theme="identity",
    says=(
        "Two or more adults of one family share a first name, and an entry speaks of that name, or of a "
        "father or partner, without saying which."
    ),
    severity="high",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks="The author says which person was meant; every page shows who is who.",
    reads=(
        "contact_received",
        "message_received",
        "observation_recorded",
        "safety_plan_agreed",
        "management_decision_recorded",
        "conference_held",
        "core_group_held",
        "day_in_the_life_recorded",
        "disagreement_raised",
    ),
    numbers={"edit_distance": 1},
    review_paragraphs=(
        "2.1",
        "5.54",
    ),
    evidence=("KNOW_NUMBERS",),
    guard=("Names are never taken for people: nothing is merged, and an entry that names the person raises nothing."),
)
