"""Children who are not asked, or not answered."""

from holdfast.signals.model import Signal

SIG_VIEWS_STALE = Signal(
    id="SIG-VIEWS-STALE",
    title="Child not asked",
    theme="child_voice",
    says=(
        "Nobody has recorded asking this child, or for a child too young to say, watching them, for 20 "
        "working days while a plan or pre-proceedings is open."
    ),
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="Somebody the child trusts asks, within 5 working days.",
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "preproceedings_started",
        "preproceedings_letter_sent",
        "preproceedings_ended",
        "court_application_made",
        "voice_recorded",
        "day_in_the_life_recorded",
        "observation_recorded",
    ),
    numbers={"working_days": 20, "observation_under_years": 3},
    review_paragraphs=(
        "5.3",
        "5.6",
        "5.10",
        "5.12",
        "5.52",
        "5.53",
        "6.1",
    ),
    evidence=(
        "JTAI2018",
        "NATREV2022",
    ),
    guard="A baby not yet born is not asked.",
)

SIG_VOICE_NO_ACTION = Signal(
    id="SIG-VOICE-NO-ACTION",
    title='Voice recorded, nothing done ("so what?")',
    theme="child_voice",
    says=(
        "A child said something and nothing is recorded in answer: for 5 working days, or for 4 hours where "
        "they asked to be safe."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="What was done, or why not, and how the child was told.",
    reads=(
        "voice_recorded",
        "voice_answered",
    ),
    numbers={"working_days": 5, "unsafe_hours": 4},
    review_paragraphs=(
        "5.3",
        "5.5",
        "6.5",
    ),
    evidence=("NATREV2022",),
    timed=True,
)

SIG_CHILD_ASKS_FOR_SAFETY = Signal(
    id="SIG-CHILD-ASKS-FOR-SAFETY",
    title="Child says they are unsafe, want to leave, or others should be taken into care",
    theme="child_voice",
    says=(
        "A child said that they are not safe, do not want to go home, want to be looked after elsewhere, fear "
        "for a parent's life, or that their brothers or sisters are not safe."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "service_manager",
        "cp_chair",
    ),
    asks=("The same day, a decision for every child of the household; a strategy discussion considered, with reasons."),
    reads=("voice_recorded", "voice_answered"),
    numbers={"hours": 4},
    review_paragraphs=(
        "4.7",
        "4.8",
        "5.3",
        "5.52",
    ),
    evidence=("NATREV2022",),
    guard="The words are matched to raise the question, never to answer it; words that deny it raise nothing.",
    timed=True,
)
