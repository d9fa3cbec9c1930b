"""Put right what was stated of a person. The first row stays in the record, with the reason why it was wrong."""

from datetime import datetime

from holdfast.access.fact_permissions import require_of_each
from holdfast.access.models import User
from holdfast.actions.command import command, worker_of
from holdfast.record.models import PersonFact
from holdfast.record.stated_address import put_address_right
from holdfast.record.stated_rows import lock_facts, write_fact
from holdfast.vocabulary.stated_facts import StatedFact


@command(require_of_each)
def correct_fact(*, by: User, at: datetime, id: str, fact: PersonFact, said: StatedFact, reason: str) -> PersonFact:
    """Say what is right, or until when it held. The same ``id`` again changes nothing. Raises ``NotAllowed``, and ``FactRefused``
    where there is no reason or it was replaced already."""
    worker = worker_of(by)
    lock_facts(fact.person_id)
    if (before := PersonFact.objects.filter(pk=id, replaces=fact).first()) is not None:
        return before
    entry = put_address_right(fact, said, reason, at=at, by=worker)
    return write_fact(fact.person_id, said, at=at, by=worker, id=id, entry=entry, replaces=fact, reason=reason)
