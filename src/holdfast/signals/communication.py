"""Messages that reach nobody."""

from holdfast.signals.model import Signal

SIG_CONTACT_UNANSWERED = Signal(
    id="SIG-CONTACT-UNANSWERED",
    title="Contact unanswered",
    theme="communication",
    says="A professional or the family has had no reply for 2 working days, or has had to try twice.",
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
    ),
    asks="The team manager replies in person.",
    reads=(
        "contact_received",
        "message_received",
        "referrer_informed",
        "message_answered",
        "contact_decided",
    ),
    numbers={"working_days": 2, "attempts": 2},
    review_paragraphs=(
        "5.81",
        "5.101",
        "5.111",
    ),
    evidence=("NATREV2022",),
    guard="An acknowledgement is not a reply.",
)

SIG_MSG_ABSENT_WORKER = Signal(
    id="SIG-MSG-ABSENT-WORKER",
    title="Message went to an absent worker",
    theme="communication",
    says=("A message about a child went only to a worker who was away, and nobody else had opened it within the hour."),
    severity="critical",
    tell=(
        "team_manager",
        "duty_social_worker",
    ),
    asks="Somebody at work has it, and the sender is told who.",
    reads=(
        "message_received",
        "contact_received",
        "message_rerouted",
        "message_answered",
        "contact_assigned",
        "contact_acknowledged",
        "contact_decided",
        "absence_started",
        "absence_ended",
    ),
    numbers={"hours": 1},
    review_paragraphs=(
        "5.113",
        "5.114",
    ),
    evidence=("KNOW_NUMBERS",),
    timed=True,
)
