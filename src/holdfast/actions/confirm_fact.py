"""Say that what is stated of a person was checked today and is still so."""

from dataclasses import replace
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.kernel.when import london_day
from holdfast.record.models import PersonFact
from holdfast.record.stated_address import row_of
from holdfast.record.stated_rows import check_fact, lock_facts, write_fact
from holdfast.vocabulary.stated_facts import CHECKED_EVERY, StatedFact


@command(needs(Permission.STATE_FACT, child="person"))
def confirm_fact(*, by: User, at: datetime, person: str, said: StatedFact) -> PersonFact:
    """It is still so, and is relied on for as long again. A second press changes nothing. Raises ``NotAllowed``, and
    ``FactRefused`` where it was put right since."""
    worker, check_by = worker_of(by), london_day(at) + CHECKED_EVERY[said.kind]
    lock_facts(person)
    if said.id:
        return check_fact(PersonFact.objects.get(pk=said.id, person=person), at=at, by=worker, check_by=check_by)
    # Said by an entry alone, such as a move: the row that is written beside it carries the check.
    entry, there = row_of(person, said, at)
    return there or write_fact(person, replace(said, check_by=check_by), at=at, by=worker, entry=entry)
