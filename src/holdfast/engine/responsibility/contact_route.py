"""Who is told of a concern or message that has come in: the one question that is asked of the roster about it.

A concern about a child who has a worker goes to that worker, or to whoever stands in for them; any other goes to the front
door; after hours both go to the emergency duty worker. What was addressed to somebody who is away goes to the people at work.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.responsibility.roster import Recipient, Roster, once
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class Route:
    """Where something that came in goes: who is ``told``, as what and because why, whoever holds it from now on first; and
    the ``absent`` worker it was addressed to, who is away or has left."""

    told: tuple[Recipient, ...]
    absent: str | None = None


def route_of(entry: Entry, roster: Roster, *, staffed: bool, open_cases: Collection[str]) -> Route:
    """Where ``entry`` goes. ``staffed`` says whether somebody is at the front door's desk now, ``open_cases`` for which of the
    people it is about a plan or another span is running."""
    addressed = value(entry, "for")
    absent = str(addressed) if addressed is not None and not roster.in_post(str(addressed)) else None
    is_message = entry.type == "message_received"
    if is_message and absent is None:
        return Route((Recipient("addressee", str(addressed), "it was addressed to them"),))
    with_a_worker = [person for person in entry.about if roster.lead(person) is not None or person in open_cases]
    told: list[Recipient] = []
    # A message is part of work that is under way, whatever the hour; a concern at night has to be judged by whoever is up.
    if staffed or is_message:
        told += _workers_of(with_a_worker, roster)
    if not told:
        told += front_door_recipients(roster, staffed=staffed)
        if not staffed:  # their own worker and manager find it in the morning
            told += _workers_of(with_a_worker, roster)
    if absent is not None:
        told += _instead_of(absent, next(iter(entry.about), None), roster)
    return Route(once(iter(told)), absent)


def front_door_recipients(roster: Roster, *, staffed: bool) -> tuple[Recipient, ...]:
    """Who takes what belongs to nobody yet: the front door's duty worker on shift, after hours the emergency duty worker, else
    a manager; never nobody."""
    # The other team is asked before any manager: at a change of shift, or with a hole in the rota, somebody on duty is nearer.
    roles = ("duty_social_worker", "edt") if staffed else ("edt", "duty_social_worker")
    for role in (*roles, "front_door_team_manager"):
        if (found := roster.holding(role, None)) is not None:
            return (found,)
    return roster.resolve(roles[0], None)


def _workers_of(children: list[str], roster: Roster) -> Iterator[Recipient]:
    # A child on a plan whose worker has left has no lead, and is still not a new case: asking for the role all the same gives
    # duty and the manager, with the reason that nobody leads.
    for child in children:
        yield from roster.resolve("lead_social_worker", child)


def _instead_of(absent: str, child: str | None, roster: Roster) -> Iterator[Recipient]:
    """Cover, manager and duty: nothing addressed to somebody away waits for one person alone."""
    away = roster.away(absent)
    why = f"it was addressed to {roster.name(absent)}, who is {away.in_words()}" if away else f"{roster.name(absent)} has left"
    if (cover := roster.cover(absent, child)) is not None:
        yield Recipient("cover_worker", cover, why, "cover")
    if (manager := roster.on_call_manager(child, above=absent)) is not None:
        yield Recipient("team_manager", manager[0], f"{manager[1]}; {why}", "copy")
    # One of those on duty, and not the whole shift: what everybody was told of is nobody's.
    for worker in roster.on_duty()[:1]:
        yield Recipient("duty_social_worker", worker, f"on duty; {why}", "duty")
