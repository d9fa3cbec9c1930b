"""Take back what was stated of a person, in the open: it stays in the record with the reason, and is shown no more."""

from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.record import people
from holdfast.record.locks import lock_in_order
from holdfast.record.models import PersonFact
from holdfast.record.stated_rows import take_address_back


@command(needs(Permission.STATE_FACT, child="fact.person_id"))
def take_back_fact(*, by: User, at: datetime, id: str, fact: PersonFact, reason: str) -> PersonFact:
    """Take it back. The same ``id`` again changes nothing. Raises ``NotAllowed``, and ``FactRefused`` where there is no reason or
    it was replaced already."""
    worker = worker_of(by)
    lock_in_order([id])
    if (before := PersonFact.objects.filter(pk=id, replaces=fact).first()) is not None:
        return before
    row = people.state_fact(
        person=fact.person_id, kind=fact.kind, value=None, at=at, by=worker, replaces=fact, reason=reason, id=UUID(id)
    )
    take_address_back(fact, reason, at=at, by=worker)
    return row
