"""Put right what was stated of a person. The first row stays in the record, with the reason why it was wrong."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.record.models import PersonFact
from holdfast.record.stated_rows import put_address_right, write_fact
from holdfast.vocabulary.stated_facts import StatedFact


@command(needs(Permission.STATE_FACT, child="fact.person_id"))
def correct_fact(*, by: User, at: datetime, fact: PersonFact, said: StatedFact, reason: str) -> PersonFact:
    """Say what is right, or until when it held. Raises ``NotAllowed``, and ``FactRefused`` where there is no reason or it was
    replaced already."""
    worker = worker_of(by)
    entry = (fact.detail or {}).get("entry")
    row = write_fact(fact.person_id, said, at=at, by=worker, entry=entry, replaces=fact, reason=reason)
    put_address_right(fact, said, reason, at=at, by=worker)
    return row
