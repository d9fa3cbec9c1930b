"""The children a concern reaches: those it is about, and the other children of the same adults, whom nobody may have
thought of."""

from datetime import datetime

from holdfast.duty.contact_about_nobody import say_about
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.when import london_day
from holdfast.record.models import Worker
from holdfast.record.read import network, world_of_family
from holdfast.vocabulary.world import KnownPerson

# From the child over a parent to that parent's partner, and on to the partner's own children: they sleep under one roof.
HOPS = 3
WHY = "Decided about as well: another child of these adults."


def other_children(thread: ContactThread) -> list[KnownPerson]:
    """Brothers and sisters, and the other children of these adults, whom the concern does not name."""
    family = dict.fromkeys(each for person in thread.current.about for each in network(person, thread.moment, hops=HOPS))
    known = RecordView(world_of_family(family, thread.moment), thread.moment)
    day = london_day(thread.moment.as_at)
    found = []
    for id in family:
        view = PersonView.of(known, id)
        # Of an adult alone there is no child to think of here, and whoever has grown up is decided about as nobody's child.
        if id not in thread.current.about and view.parents and view.is_child_on(day) and id in known.world.people:
            found.append(known.world.people[id])
    return found


def take_in(thread: ContactThread, children: list[str], *, at: datetime, by: Worker | None) -> None:
    """The concern is about these children too, from when it came: each has its clocks. Nobody else's child is."""
    more = [child for child in dict.fromkeys(children) if child not in thread.current.about]
    if not more:
        return
    near = {person.id for person in other_children(thread)}
    for child in more:
        if child not in near:
            do = "Decide about the children it names, and report a concern of its own about anybody else."
            raise refuse("$.decisions", "One of these children is not in this concern, nor in the family.", do)
    say_about(thread.current, (*thread.current.about, *more), at=at, by=by, reason=WHY)
