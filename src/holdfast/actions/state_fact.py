"""State something of a person: a telephone, an address, a danger to whoever goes there, with who said it and when to check it."""

from datetime import datetime

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.kernel.moment import Moment
from holdfast.record.models import PersonFact
from holdfast.record.stated_address import tell_address
from holdfast.record.stated_rows import MustNotKnow, children_of, keep_back, lock_facts, write_fact
from holdfast.vocabulary.stated_facts import StatedFact


def children_written(by: User, person: str, at: datetime) -> tuple[str, ...]:
    """The children of somebody in whose own records ``by`` may write: leave to write of a mother is no leave to write of each."""
    return tuple(child for child in children_of(person, at) if may(by, Permission.STATE_FACT, child, Moment.live(at)).allowed)


def children_left_out(by: User, person: str, at: datetime) -> int:
    """In how many of their children's records it is not said who must not know, because that is not ``by``'s to write."""
    return len(children_of(person, at)) - len(children_written(by, person, at))


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
    about = (person, *children_written(by, person, at))
    entry = keep_back(about, said, must_not_know, at=at, by=worker) or tell_address(person, said, at=at, by=worker)
    return write_fact(person, said, at=at, by=worker, id=id, entry=entry)
