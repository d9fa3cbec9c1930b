"""Pre-proceedings that drift."""

from holdfast.signals.model import Signal

SIG_PLO_IDLE = Signal(
    id="SIG-PLO-IDLE",
    title="Pre-proceedings idle",
    theme="legal",
    says="Pre-proceedings is open and nothing legal has happened for 10 working days.",
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "assistant_director",
    ),
    asks="A decision by the panel this week.",
    reads=(
        "preproceedings_started",
        "preproceedings_letter_sent",
        "preproceedings_ended",
        "court_application_made",
        "legal_planning_held",
        "preproceedings_meeting_held",
        "expectations_signed",
        "preproceedings_panel_held",
        "family_group_meeting_held",
        "court_order_made",
    ),
    numbers={"working_days": 10},
    review_paragraphs=(
        "4.11",
        "5.56",
        "5.57",
        "5.58",
        "5.61",
        "7.2",
    ),
    evidence=("KNOW_NUMBERS",),
)

SIG_PLO_UNSIGNED = Signal(
    id="SIG-PLO-UNSIGNED",
    title="Schedule of expectations unsigned by a parent",
    theme="legal",
    says=(
        "A parent, or an adult with parental responsibility, had not signed the schedule of expectations 5 "
        "working days after the first meeting."
    ),
    severity="high",
    tell=(
        "team_manager",
        "service_manager",
    ),
    asks="The agreement is signed, or it is said why not and what follows.",
    reads=(
        "preproceedings_started",
        "preproceedings_letter_sent",
        "preproceedings_ended",
        "court_application_made",
        "preproceedings_meeting_held",
        "expectations_signed",
        "death_recorded",
    ),
    numbers={"working_days": 5},
    review_paragraphs=("5.56",),
    evidence=("KNOW_NUMBERS",),
    guard="A step-parent without parental responsibility is not asked.",
)
