"""Say that what is stated of a person was checked today and is still so."""

from dataclasses import replace
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.kernel.when import london_day
from holdfast.record.models import PersonFact
from holdfast.record.people import check_fact
from holdfast.record.stated_rows import write_fact
from holdfast.vocabulary.stated_facts import CHECKED_EVERY, StatedFact


@command(needs(Permission.STATE_FACT, child="person"))
def confirm_fact(*, by: User, at: datetime, person: str, said: StatedFact) -> PersonFact:
    """It is still so, and is relied on for as long again. A second press changes nothing. Raises ``NotAllowed``."""
    check_by = london_day(at) + CHECKED_EVERY[said.kind]
    if not said.id:
        # Said by an entry alone, such as a move: the row that is written beside it carries the check.
        return write_fact(person, replace(said, check_by=check_by), at=at, by=worker_of(by), entry=said.entry)
    fact = PersonFact.objects.get(pk=said.id, person=person)
    # Whoever pressed first has checked it; the row that they wrote is the answer to the second press too.
    later = PersonFact.objects.filter(replaces=fact).first()
    return later or check_fact(fact=fact, at=at, by=worker_of(by), check_by=check_by, said_by=None)
