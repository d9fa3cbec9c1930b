"""Name who covers for a worker, child by child."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import StoredSpan, Worker
from holdfast.standards.professions import SOCIAL_WORKERS, normal
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault

NEEDS_A_SOCIAL_WORKER = ("child_protection_plan", "pre_proceedings")
"""While one of these lasts, whoever covers is a qualified social worker."""


@command(needs(Permission.ARRANGE_COVER))
def name_cover(*, by: User, at: datetime, worker: Worker, covers: Mapping[str, Worker]) -> tuple[Entry, ...]:
    """``covers`` says who covers for ``worker`` for each child (its id): one entry for each of them. All are recorded or none:
    raises ``NotAllowed``, and ``DutyRefused`` with everything that is wrong: a cover who is the worker, is away, or is not a
    social worker where a child has to have one."""
    # Pressed twice, the second finds them covered as the first has said, and there is nothing left to name.
    lock_in_order([f"leave of {worker.pk}"])
    children: dict[Worker, list[str]] = {}
    for child, cover in covers.items():
        children.setdefault(cover, []).append(child)
    # Every refusal is gathered before any is raised. Somebody who names four people should not have to press the button four
    # times to hear what is wrong with each.
    now = staffing_roster(after_waiting(at))
    found = (_wrong_with(cover, theirs, worker, now) for cover, theirs in children.items())
    if faults := [fault for fault in found if fault is not None]:
        raise DutyRefused(faults)
    new = {cover: [child for child in theirs if now.cover(worker.pk, child) != cover.pk] for cover, theirs in children.items()}
    return tuple(
        append(
            at=at,
            by=by.worker,
            type="cover_named",
            happened=When.at(at),
            about=tuple(theirs),
            data={"for": worker.pk, "cover": cover.pk},
        )
        for cover, theirs in new.items()
        if theirs
    )


def _wrong_with(cover: Worker, children: Sequence[str], worker: Worker, now: Roster) -> Fault | None:
    if cover.pk == worker.pk:
        return Fault("$.cover", "Nobody can cover for themselves.", "Choose somebody else who is at work.")
    if not now.in_post(cover.pk):
        missing = now.missing(cover.pk)
        what = f"{cover.name} is {missing.in_words()}." if missing else f"{cover.name} no longer works here."
        return Fault("$.cover", what, "Choose somebody who is at work.")
    # The guidance asks for a qualified social worker to lead these two, and whoever covers leads for the time. Other children may
    # be covered by a support worker.
    bound = StoredSpan.objects.filter(child__in=list(children), kind__in=NEEDS_A_SOCIAL_WORKER, end__isnull=True)
    if bound.exists() and normal(cover.role) not in SOCIAL_WORKERS:
        what = f"{cover.name} is not a social worker, and a child on a protection plan or in pre-proceedings needs one."
        return Fault("$.cover", what, "Choose a social worker, or name another cover for these children.")
    return None
