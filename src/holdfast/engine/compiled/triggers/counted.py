"""What one entry counts as, where entries add up: itself, its day, whose record it is, who sent it, what it shows."""

from collections.abc import Callable, Iterable

from holdfast.engine.compiled.affiliation import agency_of, worker_of
from holdfast.engine.compiled.contact_senders import sender_of
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules.trigger import Key

CountsAs = Callable[[CompactEntry, PersonRecord], Iterable[object]]
"""What an entry counts as for the child it is counted for, each thing once."""
SEVERAL: frozenset[Key] = frozenset({"aspects", "indicators"})
"""What one entry can show several of."""


def _some(found: str | None) -> Iterable[object]:
    return (found,) if found else ()


def _worker(entry: CompactEntry) -> str:
    return str(entry.data.get("worker") or entry.by or "")


def _sender(entry: CompactEntry, person: PersonRecord) -> str | None:
    """Whoever sent it: their agency where they wrote from one, otherwise themselves as they are named."""
    sender = sender_of(entry)
    if sender is None or sender.__class__ is str:
        known = worker_of(person, sender)
        return (known.organisation if known is not None else None) or sender
    worker = worker_of(person, sender.get("worker"))
    agency = sender.get("organisation") or (worker.organisation if worker is not None else None)
    found = (agency, sender.get("worker"), sender.get("name"), sender.get("role"))
    return next((str(part).strip().casefold() for part in found if part), None)


def _source(entry: CompactEntry, person: PersonRecord) -> str | None:
    """Whose worry it is: an agency that sent it, where somebody did, and otherwise that of whoever recorded it."""
    sender = sender_of(entry)
    if sender is None:
        return agency_of(person, entry)
    is_text = sender.__class__ is str
    worker = worker_of(person, sender if is_text else sender.get("worker"))
    agency = worker.organisation if worker is not None else None
    return agency or (None if is_text else sender.get("organisation")) or _sender(entry, person)


def _aspects(entry: CompactEntry) -> set[str]:
    return {str(aspect) for aspect in listed(entry, "neglect")}


COUNTS_AS: dict[Key, CountsAs] = {
    "entries": lambda entry, person: (entry.id,),
    # Where no reports are said to be of one event, each is an occasion of its own, whatever version of it is read.
    "occasions": lambda entry, person: (entry.root,),
    "days": lambda entry, person: (entry.last,),
    "agencies": lambda entry, person: _some(agency_of(person, entry)),
    "workers": lambda entry, person: _some(_worker(entry)),
    "senders": lambda entry, person: _some(_sender(entry, person)),
    "sources": lambda entry, person: _some(_source(entry, person)),
    "aspects": lambda entry, person: _aspects(entry),
    "indicators": lambda entry, person: [(entry.id, aspect) for aspect in _aspects(entry)],
    "children": lambda entry, person: (person.id,),
}
