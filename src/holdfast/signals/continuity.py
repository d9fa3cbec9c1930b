"""Workers who come and go."""

from holdfast.signals.model import Signal

SIG_WORKER_CHANGES = Signal(
    id="SIG-WORKER-CHANGES",
    title="Many changes of lead worker",
    theme="continuity",
    says="The child has had three or more lead social workers in twelve months.",
    severity="high",
    tell=(
        "service_manager",
        "cp_chair",
    ),
    asks=("The service manager writes to the family with the reason and a named person for the next three months."),
    reads=("worker_allocated",),
    numbers={"n": 3, "days": 365},
    review_paragraphs=(
        "5.6",
        "5.18",
        "5.19",
        "5.22",
        "5.101",
    ),
    evidence=(
        "CHILDCD2021",
        "SCRNEGLECT2013",
    ),
    guard="The same worker allocated again is not a change.",
)
