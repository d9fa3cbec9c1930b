"""Oversight of the people who work with a child: supervision, and what a worker who leaves leaves behind."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import SameAs, SomebodyElse
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, ByPlannedDay, Interval
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, StateStarts
from holdfast.standards.states import CHILD_PROTECTION_PLAN

WK_09 = Standard(
    id="WK-09",
    title="Management oversight and supervision recorded on each child with a child protection plan",
    stage="supervision",
    binding="local_standard",
    scope="per_child",
    limit=Interval(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    # Supervision and no other decision of a manager: oversight is thinking a case through with the worker.
    # Nobody supervises themselves.
    met_by=(on("supervision_held", where=(SomebodyElse("manager"),)),),
    started="Last supervision or start of the plan",
    wanted="supervision about this child",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(
        Citation("L_BOLTON", "the team manager looks at each case at least once a month", "read"),
        Citation("L_LIVERPOOL", "at least every two months", "read"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.20",
        "5.103",
    ),
    local_variants=(
        LocalVariant("Bolton", "at least monthly"),
        LocalVariant("Liverpool", "at least once every two months"),
    ),
    note="For each child, not each family: the record says what has changed for this child.",
)


WK_10 = Standard(
    id="WK-10",
    title="Agency or temporary worker leaving: recording closed off",
    stage="recording",
    binding="system_default",
    scope="per_worker",
    # By the day itself, because access ends with it: what is not written down then is not written down.
    limit=ByPlannedDay(0, "calendar_days", planned_in="last_day"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("worker_leaving")),
    met_by=(on("recording_closed_off", where=(SameAs("worker", "worker"),)),),
    outlives_childhood=True,
    started="Worker's last day set",
    wanted="all recording closed off",
    responsible="team_manager",
    ladder="L_RECORD",
    sources=(Citation("SYSTEM", "nothing done is left unrecorded when a worker's access ends", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.20",
        "5.102",
    ),
    note=(
        "For every child whose record the worker holds. A booked visit with nothing recorded is a signal of its own "
        "(SIG-VISIT-UNRECORDED)."
    ),
)
