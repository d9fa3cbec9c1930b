"""Who is told of a concern or message that has come in: the one question that is asked of the roster about it.

A concern about a child who has a worker goes to that worker, or to whoever stands in for them; any other goes to the front
door. Where none of them is there at that hour, whoever is on duty has it now, and they have it when they come to work. An
ordinary message waits for the worker it is for. What was addressed to somebody who is away goes to people in post.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.responsibility.roster import Recipient, Roster, once
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class Route:
    """Where something that came in goes: who is ``told``, as what and because why, whoever holds it from now on first; and
    the ``absent`` worker it was addressed to, who is away or has left."""

    told: tuple[Recipient, ...]
    absent: str | None = None


def route_of(entry: Entry, roster: Roster, *, open_cases: Collection[str]) -> Route:
    """Where ``entry`` goes. ``open_cases`` says for which of the people it is about a plan or another span is running."""
    addressed = value(entry, "for")
    absent = str(addressed) if addressed is not None and not roster.in_post(str(addressed)) else None
    told: list[Recipient] = []
    if entry.type == "message_received" and absent is None:
        told.append(Recipient("addressee", str(addressed), "it was addressed to them"))
    else:
        with_a_worker = [person for person in entry.about if roster.lead(person) is not None or person in open_cases]
        told += _workers_of(with_a_worker, roster)
        told += () if told else front_door_recipients(roster)
        if absent is not None:
            told += _instead_of(absent, next(iter(entry.about), None), roster)
    urgent = waits_for_nobody(entry)
    reached = roster.reaching(once(iter(told)), urgent=urgent, way="holder")
    # What can wait is first of all whoever's it is, though they come in the morning.
    return Route(now_first(reached) if urgent else reached, absent)


def waits_for_nobody(entry: Entry) -> bool:
    """Whether this has to be read tonight: a concern nobody has judged yet, or a message that says it may be serious harm."""
    return entry.type == "contact_received" or value(entry, "possible_serious_harm") is True


def now_first(told: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Whoever has it now before the mailbox, and both before those who have it when they come to work, the soonest first."""
    return tuple(sorted(told, key=lambda each: (each.from_.timestamp() if each.from_ else 0, each.incident)))


def front_door_recipients(roster: Roster) -> tuple[Recipient, ...]:
    """Who takes what belongs to nobody yet: the front door's duty worker on shift, after hours the emergency duty worker, else
    a manager; never nobody."""
    # The other team is asked before any manager: at a change of shift, or with a hole in the rota, somebody on duty is nearer.
    found = roster.on_duty_now(or_manager=True)
    if found is not None and not found.incident:
        return (replace(found, way="holder" if found.way == "duty" else found.way),)
    return roster.resolve("front_door_team_manager", None)


def _workers_of(children: list[str], roster: Roster) -> Iterator[Recipient]:
    # A child on a plan whose worker has left has no lead, and is still not a new case: asking for the role all the same gives
    # duty and the manager, with the reason that nobody leads.
    for child in children:
        yield from roster.resolve("lead_social_worker", child)


def _instead_of(absent: str, child: str | None, roster: Roster) -> Iterator[Recipient]:
    """Cover, manager and duty: nothing addressed to somebody away waits for one person alone."""
    missing = roster.missing(absent)
    why = (
        f"it was addressed to {roster.name(absent)}, who is {missing.in_words()}"
        if missing
        else f"{roster.name(absent)} has left"
    )
    if (cover := roster.cover(absent, child)) is not None:
        yield Recipient("cover_worker", cover, why, "cover")
    if (manager := roster.on_call_manager(child, above=absent)) is not None:
        yield Recipient("team_manager", manager[0], f"{manager[1]}; {why}", "copy")
    # One of those on duty, and not the whole shift: what everybody was told of is nobody's. By day: whoever writes at night what
    # is to be done in the morning is not to find it back on their own list.
    if (worker := roster.duty_for_the_day()) is not None:
        yield Recipient("duty_social_worker", worker, f"on duty; {why}", "duty")
