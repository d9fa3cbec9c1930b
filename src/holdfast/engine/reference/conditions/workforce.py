"""What the conditions mean about who among the workers did it, and for which agency."""

from collections.abc import Callable
from datetime import date
from typing import Any

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import listed, plain, value
from holdfast.engine.reference.event import EntryContext, Truth, certainly
from holdfast.engine.reference.in_post import PostHolders
from holdfast.engine.reference.in_touch import in_touch
from holdfast.engine.reference.lead_worker import cover_of, lead_at
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.rules.limit import Amount
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.named_fields import other_than

SENT = ("contact", "message")


def _by_role(condition: c.ByRole, asked: EntryContext) -> Truth:
    named = value(asked.entry, "worker")
    # In the role in which they were given the child, which may not be what they are.
    if condition.whose == "allocated":
        return (
            professions.normal(value(asked.entry, "role")) or affiliation.role_of(asked.person.known, str(named))
        ) in condition.roles
    # Whoever did it may have left the writing to somebody else: the doer is the one who is named.
    worker = {"recorder": asked.entry.by, "worker": named, "doer": named or asked.entry.by}[condition.whose]
    if worker is None:
        return condition.unsaid
    return affiliation.role_of(asked.person.known, worker if isinstance(worker, str) else None) in condition.roles


def _by_agency(condition: c.ByAgency, asked: EntryContext) -> Truth:
    if condition.field is not None:
        there = [affiliation.organisation_words(asked.person.known, str(each)) for each in listed(asked.entry, condition.field)]
    else:
        worker = affiliation.worker_of(asked.person.known, asked.entry.by)
        # The role beside the agency: a police officer speaks of the police, whatever the office is called.
        there = [(worker.role, *affiliation.organisation_words(asked.person.known, worker.organisation))] if worker else []
    return any(professions.speaks_of(condition.words, *texts) for texts in there)


def _for_absent_worker(condition: c.ForAbsentWorker, asked: EntryContext) -> Truth:
    # By the end of when it came: somebody who went on leave that day was away when it was read.
    posts = PostHolders.known(asked.person.known, asked.entry.happened.end)
    return any(posts.missing(str(worker)) is not None for worker in listed(asked.entry, "for"))


def _in_post(condition: c.InPost, asked: EntryContext) -> Truth:
    named = [str(each) for each in listed(asked.entry, condition.field)]
    if not named:
        return Unknown(condition.field)
    themselves = _themselves(asked, condition.field)
    at, known = asked.entry.happened.certain_from, asked.person.known
    posts = PostHolders.known(known, at)
    dead = {value(each, "person") for each in known.of("death_recorded") if each.happened.start <= at}
    # A child may trust an agency as a whole, and a relative has no post: of these only death takes anybody away.
    return any(
        posts.represented(each, asked.person.id) if each in known.world.workers else each not in dead
        for each in named
        if each not in themselves
    )


def _in_touch(condition: c.InTouch, asked: EntryContext) -> Truth:
    return any(
        in_touch(asked.person, str(each), asked.entry.happened.certain_from) for each in listed(asked.entry, condition.field)
    )


def _named_in_touch(condition: c.NamedInTouch, asked: EntryContext) -> Truth:
    at = asked.entry.happened.certain_from
    named = [each for each in asked.person.entries(*condition.named.types) if each.happened.start <= at]
    fitting = [each for each in named if certainly(condition.named, EntryContext(asked.person, each))]
    # The latest name alone, as always.
    return bool(fitting) and any(in_touch(asked.person, str(each), at) for each in listed(fitting[-1], condition.field))


def _somebody_else(condition: c.SomebodyElse, asked: EntryContext) -> Truth:
    named = {str(each) for each in listed(asked.entry, condition.field)}
    return not named or bool(named - _themselves(asked, condition.field))


def _themselves(asked: EntryContext, field: str) -> set[str]:
    """Whom somebody named in a field has to be another than: a concern is in nobody's hands that its sender has."""
    known, found = asked.person.known, {asked.person.id}
    for each in other_than(asked.entry.type, field):
        for said in map(str, listed(asked.entry, each)):
            sent = known.current(said)
            found.add(said if sent is None else affiliation.sender_id(sent))
    # What came in may be what the clock counts from, or be named by that: the entry itself may speak of a worker alone.
    if (start := asked.start) is not None:
        names = [start.id, *(str(id) for of in SENT for id in listed(start, of))]
        found |= {affiliation.sender_id(sent) for id in names if (sent := known.current(id)) is not None}
    return found


def _cover_in_post(condition: c.CoverInPost, asked: EntryContext) -> Truth:
    at, person = asked.entry.happened.certain_from, asked.person
    # On the day on which the child goes from one worker to another, who covers for the first has it no more.
    lead = lead_at(person, asked.entry.happened.end)
    covers = cover_of(person, lead, at, condition.qualified_in) if lead else ()
    # By being named as one of them, or by something of their own: that they are back.
    own = value(asked.entry, "worker")
    return any(each.id == asked.entry.id or (own is not None and value(each, "cover") == own) for each in covers)


def _lead_in_post(condition: c.LeadInPost, asked: EntryContext) -> Truth:
    at, worker = asked.entry.happened.certain_from, str(value(asked.entry, "worker"))
    return lead_at(asked.person, asked.entry.happened.end) == worker and PostHolders.known(asked.person.known, at).in_post(worker)


def _roles_among(condition: c.RolesAmong, asked: EntryContext) -> Truth:
    found = value(asked.entry, condition.field)
    if found is None:
        return Unknown(condition.field)
    roles = {
        affiliation.role_of(asked.person.known, str(each)) or professions.normal(str(each))
        for each in listed(asked.entry, condition.field)
    }
    return all(roles & set(group) for group in condition.groups)


def _agencies_trained(condition: c.AgenciesTrained, asked: EntryContext) -> Truth:
    present = affiliation.roles_present(asked.person.known, asked.entry)
    if present is None:
        return Unknown("who was present")
    trained = [each for each in asked.person.known.of("training_completed") if _of_those_present(each, present)]
    # No training of any of them on record says nothing of whether they had it.
    if not trained:
        return Unknown("what training these agencies have had")
    since = add(asked.entry.happened.last, Amount(-condition.within.n, condition.within.unit))
    return any(
        isinstance(since, date) and since < each.happened.last <= asked.entry.happened.last and _teaches(each, condition.words)
        for each in trained
    )


def _of_those_present(training: Entry, present: list[tuple[str, str | None, str | None]]) -> bool:
    worker, agency = value(training, "worker"), value(training, "agency")
    # An agency's training counts for whoever came from it, where it does not say who went.
    return any(worker == there if worker is not None else agency == organisation for _, organisation, there in present)


def _teaches(entry: Entry, words: tuple[str, ...]) -> bool:
    return any(plain(word) in plain(text) for text in listed(entry, "subjects") for word in words)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.InPost: _in_post,
    c.InTouch: _in_touch,
    c.NamedInTouch: _named_in_touch,
    c.SomebodyElse: _somebody_else,
    c.CoverInPost: _cover_in_post,
    c.LeadInPost: _lead_in_post,
    c.MayBeSocialWorker: lambda condition, asked: affiliation.may_be_social_worker(
        asked.person.known, str(value(asked.entry, condition.field))
    ),
    c.ByRole: _by_role,
    c.ByAgency: _by_agency,
    c.ForAbsentWorker: _for_absent_worker,
    c.RolesAmong: _roles_among,
    c.AgenciesTrained: _agencies_trained,
    c.OfThosePresent: lambda condition, asked: (
        asked.start is not None
        and _of_those_present(asked.entry, affiliation.roles_present(asked.person.known, asked.start) or [])
    ),
}
