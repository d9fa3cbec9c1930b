"""State something of a person: a telephone, an address, a danger to whoever goes there, with who said it and when to check it."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.record.models import PersonFact
from holdfast.record.stated_address import tell_address
from holdfast.record.stated_rows import MustNotKnow, keep_back, lock_facts, write_fact
from holdfast.vocabulary.stated_facts import StatedFact


@command(needs(Permission.STATE_FACT, child="person"))
def state_fact(
    *, by: User, at: datetime, id: str, person: str, said: StatedFact, must_not_know: MustNotKnow | None = None
) -> PersonFact:
    """State it. The same ``id`` again changes nothing. A safe address says who must not know it. Raises ``NotAllowed`` and
    ``FactRefused``."""
    worker = worker_of(by)
    # Two presses of the button on a slow line would otherwise both find nothing there, and a move be told twice.
    lock_facts(person)
    before = PersonFact.objects.filter(pk=id).first()
    if before is not None:
        return before
    entry = keep_back(person, said, must_not_know, at=at, by=worker) or tell_address(person, said, at=at, by=worker)
    return write_fact(person, said, at=at, by=worker, id=id, entry=entry)
