"""Take back what was stated of a person, in the open: it stays in the record with the reason, and is shown no more."""

from datetime import datetime
from uuid import UUID

from holdfast.access.fact_permissions import require_of_each
from holdfast.access.models import User
from holdfast.actions.command import command, worker_of
from holdfast.record import people
from holdfast.record.models import PersonFact
from holdfast.record.stated_address import take_address_back
from holdfast.record.stated_rows import lock_facts


@command(require_of_each)
def take_back_fact(*, by: User, at: datetime, id: str, fact: PersonFact, reason: str) -> PersonFact:
    """Take it back. The same ``id`` again changes nothing. Raises ``NotAllowed``, and ``FactRefused`` where there is no reason or
    it was replaced already."""
    worker = worker_of(by)
    lock_facts(fact.person_id)
    if (before := PersonFact.objects.filter(pk=id, replaces=fact).first()) is not None:
        return before
    row = people.state_fact(
        person=fact.person_id, kind=fact.kind, value=None, at=at, by=worker, replaces=fact, reason=reason, id=UUID(id)
    )
    take_address_back(fact, reason, at=at, by=worker)
    return row
