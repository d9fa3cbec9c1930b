"""Whether somebody whom an entry gives something to is there to take it."""

from datetime import datetime

from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, start_of_day
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.faults import Fault

GIVEN_TO = {
    "worker_allocated": "worker",
    "cover_named": "cover",
    "contact_assigned": "worker",
    "message_rerouted": "to",
    "handover_completed": "to",
}
"""The types by which somebody is given a child, a concern or a message, and the field that names them."""


def require_there(type: str, happened: When, about: tuple[str, ...], data: EntryData, at: datetime) -> None:
    """Refuses an entry that gives something to somebody who was not there when it happened, by what is known at ``at``. Raises
    ``DutyRefused``."""
    if type not in GIVEN_TO:
        return
    field, said = GIVEN_TO[type], data.written()
    value = said.get(field)
    # As it stood when it happened: what is written down late was done by the people of that day.
    now = staffing_roster(Moment(min(at, happened.instant or start_of_day(happened.last)), at))
    for worker in value if isinstance(value, list) else [value] if value else []:
        if type == "cover_named" and worker == said.get("for"):
            raise DutyRefused(
                [Fault(f"$.data.{field}", "Nobody can cover for themselves.", "Choose somebody else who is at work.")]
            )
        if not _is_represented(now, worker, about):
            raise DutyRefused([_absent(now, worker, field)])


def _is_represented(now: Roster, worker: str, about: tuple[str, ...]) -> bool:
    """Whether they are at work, or somebody who is covers for them with every one of these children."""
    return now.in_post(worker) or all(now.cover(worker, child) is not None for child in about or (None,))


def _absent(now: Roster, worker: str, field: str) -> Fault:
    missing = now.missing(worker)
    how = missing.in_words() if missing is not None else "not known as a worker here"
    do = "Choose somebody who is at work, or first record who covers for them, or that they are back."
    return Fault(f"$.data.{field}", f"{now.name(worker)} is {how}, and nobody who is at work covers for them.", do)
