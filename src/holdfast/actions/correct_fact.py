"""Put right what was stated of a person. The first row stays in the record, with the reason why it was wrong."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.record.locks import lock_in_order
from holdfast.record.models import PersonFact
from holdfast.record.stated_rows import put_address_right, write_fact
from holdfast.vocabulary.stated_facts import StatedFact


@command(needs(Permission.STATE_FACT, child="fact.person_id"))
def correct_fact(*, by: User, at: datetime, id: str, fact: PersonFact, said: StatedFact, reason: str) -> PersonFact:
    """Say what is right, or until when it held. The same ``id`` again changes nothing. Raises ``NotAllowed``, and ``FactRefused``
    where there is no reason or it was replaced already."""
    worker = worker_of(by)
    lock_in_order([id])
    if (before := PersonFact.objects.filter(pk=id, replaces=fact).first()) is not None:
        return before
    entry = (fact.detail or {}).get("entry")
    row = write_fact(fact.person_id, said, at=at, by=worker, id=id, entry=entry, replaces=fact, reason=reason)
    put_address_right(fact, said, reason, at=at, by=worker)
    return row
