"""Who somebody was, as far as the record says: social worker, manager, professional, family, from which agency."""

from typing import Any

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.record_view import RecordView
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownWorker

# Words in which a list says who was told, beside the roles that people have at a meeting: "mum" is nobody's role there.
FAMILY_WORDS = professions.FAMILY_ROLES | {"parents", "carers", "family_members", "mum", "dad", "grandparents"}

RECEIVED = ("contact_received", "message_received")


def worker_of(known: RecordView, id: str | None) -> KnownWorker | None:
    """The worker with this id, if the case names them."""
    return known.world.workers.get(id) if id else None


def role_of(known: RecordView, id: str | None) -> str:
    """A worker's role, ready to compare; empty where it is not known."""
    worker = worker_of(known, id)
    return professions.normal(worker.role) if worker else ""


def may_be_social_worker(known: RecordView, id: str) -> bool:
    """Whether the worker is a social worker or manages some, or nothing says that they are not."""
    worker = worker_of(known, id)
    return worker is None or professions.may_be_social_worker(worker.role, *organisation_words(known, worker.organisation))


def agency_of(known: RecordView, entry: Entry) -> str | None:
    """The organisation whose record this is: that of whoever recorded it."""
    worker = worker_of(known, entry.by)
    return worker.organisation if worker else None


def roles_present(known: RecordView, entry: Entry) -> list[tuple[str, str | None, str | None]] | None:
    """(role, organisation, worker) of each person present, the role taken from the worker where the row has none.
    ``None`` where attendance was not recorded."""
    rows = value(entry, "present")
    if rows is None:
        return None
    found = []
    for row in rows:
        worker = worker_of(known, row_value(row, "worker"))
        # What the row says goes before what is known of the worker: somebody may come in another role than their own.
        role = professions.normal(row_value(row, "role")) or (professions.normal(worker.role) if worker else "")
        organisation = row_value(row, "organisation") or (worker.organisation if worker else None)
        found.append((role, organisation, row_value(row, "worker")))
    return found


def organisation_words(known: RecordView, id: str | None) -> tuple[str | None, ...]:
    """What is known of an organisation, for recognising what it is."""
    found = known.world.organisations.get(id) if id else None
    return (id, found.kind, found.name) if found else (id,)


def is_family(sender: Any) -> bool:
    """Whether a sender's role, or the plain words that say who they are, is one of the family's."""
    return professions.normal(sender if isinstance(sender, str) else row_value(sender, "role")) in professions.FAMILY_ROLES


def works_with_children(words: str) -> bool:
    """Whether plain words that say who a sender is name a profession or a service: "school nurse", "GP surgery"."""
    named = professions.normal(words)
    # A family role is asked last and wins: "foster carer" has a word in it that services have too.
    return named in professions.AT_WORK or (
        named not in professions.FAMILY_ROLES and professions.speaks_of(professions.SERVICE_WORDS, words)
    )


def is_professional(known: RecordView, sender: Any) -> bool:
    """Whether a sender wrote from work: they are a worker, or give an organisation or a working role."""
    if sender is None:
        return False
    if isinstance(sender, str):
        # An id before words: somebody at work may be called anything.
        if sender in known.world.workers or sender in known.world.organisations:
            return True
        return sender not in known.world.people and works_with_children(sender)
    if is_family(sender):
        return False
    role = professions.normal(row_value(sender, "role"))
    if row_value(sender, "worker") or row_value(sender, "organisation"):
        return True
    return bool(role) and role not in professions.NOT_AT_WORK


def sender(known: RecordView, entry: Entry) -> object | None:
    """Who sent it, as far as it says, or as somebody made sure since; none where nothing says it that could be recognised
    again."""
    found = confirmed_sender(known, entry) or sender_of(entry)
    if found is None or isinstance(found, str):
        return found
    # Somebody at work is themselves, in whatever words their post was said.
    if getattr(found, "worker", None):
        return str(found.worker)
    parts = tuple(getattr(found, part, None) for part in ("name", "organisation", "role"))
    # A row that says nothing is not the same sender as another that says nothing.
    return parts if any(parts) else None


def confirmed_sender(known: RecordView, entry: Entry) -> str | None:
    """The worker or person of whom somebody made sure that the contact came from them: whoever typed it in only heard it."""
    if entry.type != "contact_received":
        return None
    said = [each for each in known.of("sender_confirmed") if known.same(str(value(each, "contact")), entry.id)]
    # The last word counts. Where it is that nobody knows after all, what was said when it came is all there is.
    return (value(said[-1], "worker") or value(said[-1], "person")) if said else None


def sender_id(entry: Entry) -> str:
    """The worker, or whoever else has an id, from whom a contact or message came; nobody's id where it came from nobody who has
    one, or is neither."""
    sent = sender_of(entry) if entry.type in RECEIVED else None
    return str(sent if isinstance(sent, str) else getattr(sent, "worker", None))


def sender_of(entry: Entry) -> Any:
    """Who a contact or message came from, as recorded."""
    found = listed(entry, "from")
    return found[0] if found else None
