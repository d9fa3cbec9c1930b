"""What the further conditions mean: those that look beyond the entry at numbers, ages, states, and what came before or
after. Asked of one entry about one person."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from holdfast.engine import who
from holdfast.engine.counting import add
from holdfast.engine.fields import listed, plain, row_value, value
from holdfast.engine.folding import spans
from holdfast.engine.holding import MEANINGS, Answer, Asked, certainly, holds
from holdfast.engine.known import order
from holdfast.engine.life import PARTNERSHIP, Life
from holdfast.engine.meeting import after, before, open_to
from holdfast.kernel.calendar import add_months
from holdfast.kernel.unknown import Unknown
from holdfast.standards import conditions as c
from holdfast.standards import events as e
from holdfast.standards import professions as p
from holdfast.standards.limits import Amount
from holdfast.vocabulary.entry import Entry


def _not(condition: c.Not, a: Asked) -> Answer:
    answer = holds(condition.condition, a)
    return answer if isinstance(answer, Unknown) else not answer


def _any_of(condition: c.AnyOf, a: Asked) -> Answer:
    answers = [holds(each, a) for each in condition.conditions]
    if any(answer is True for answer in answers):
        return True
    return next((answer for answer in answers if isinstance(answer, Unknown)), False)


def _number_under(condition: c.NumberUnder, a: Asked) -> Answer:
    found = value(a.entry, condition.field)
    return Unknown(condition.field) if found is None else float(found) < condition.n


def _grade_at_least(condition: c.GradeAtLeast, a: Asked) -> Answer:
    grades = value(a.entry, "grades")
    found = [grade for grade in vars(grades).values() if isinstance(grade, int)] if grades is not None else []
    return any(grade >= condition.n for grade in found)


def _under_months(condition: c.ChildUnderMonths, a: Asked) -> Answer:
    born, day = a.life.born, a.entry.happened.last
    if born is None:
        return True if a.life.expected else Unknown("the date of birth")
    if day < add_months(born.first, condition.months):
        return True
    return False if day >= add_months(born.last, condition.months) else Unknown("the exact date of birth")


def _in_state(condition: c.InState, a: Asked) -> Answer:
    return any(span.holds_on(a.entry.happened.last) for span in spans(a.life, condition.state))


def _earlier(condition: c.Earlier, a: Asked) -> Answer:
    day = a.entry.happened.last
    since = _since(condition, a, day)
    if since is None:
        return False
    return any(
        certainly(condition.event, Asked(a.life, entry, start=a.entry, subject=a.subject))
        for entry in before(a.life, condition.event, a.entry, since)
    )


def _since(condition: c.Earlier, a: Asked, day: date) -> date | None:
    """The first day that counts; none where the state it counts from does not hold."""
    since = date.min
    if condition.within is not None:
        back = add(day, Amount(-condition.within.n, condition.within.unit))
        since = back if isinstance(back, date) else date.min
    if condition.since is not None:
        span = next((each for each in spans(a.life, condition.since) if each.holds_on(day)), None)
        return None if span is None else max(since, span.start)
    return since


def _later(condition: c.Later, a: Asked) -> Answer:
    until = date.max
    if condition.within is not None:
        found = add(a.entry.happened.last, condition.within)
        until = found if isinstance(found, date) else date.max
    return any(
        certainly(condition.event, Asked(a.life, entry, start=a.entry, subject=a.subject))
        for entry in after(a.life, condition.event, a.entry, until)
    )


def _others(event: e.Event, a: Asked) -> Iterator[Entry]:
    return (entry for entry in open_to(a.life, (event,)) if entry.id != a.entry.id)


def _by_role(condition: c.ByRole, a: Asked) -> Answer:
    worker = value(a.entry, "worker") or a.entry.by
    role = who.role_of(a.life.known, worker if isinstance(worker, str) else None)
    return role in condition.roles


def _by_agency(condition: c.ByAgency, a: Asked) -> Answer:
    worker = who.worker_of(a.life.known, a.entry.by)
    if worker is None:
        return False
    return p.speaks_of(condition.words, worker.role, *who.organisation_words(a.life.known, worker.organisation))


def _about_siblings(condition: c.AboutSiblings, a: Asked) -> Answer:
    day = a.entry.happened.last
    family = (Life.of(a.life.known, sibling) for sibling in a.life.siblings)
    return all(each.id in a.entry.about for each in family if each.is_child_on(day))


def _still_open(condition: c.StillOpen, a: Asked) -> Answer:
    begun = [*_others(condition.begun, a), *(Life.of(a.life.known, PARTNERSHIP).entries(*condition.begun.types))]
    return any(
        order(each) < order(a.entry) and certainly(condition.begun, Asked(a.life, each)) and not _over(condition.ended, each, a)
        for each in begun
    )


def _over(ended: e.Event, begun: Entry, a: Asked) -> bool:
    return any(
        order(each) < order(a.entry) and certainly(ended, Asked(a.life, each, start=begun))
        for each in a.life.known.of(*ended.types)
    )


def _there(a: Asked) -> list[tuple[str | None, ...]] | None:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return None
    return [(role, *who.organisation_words(a.life.known, organisation)) for role, organisation, _ in present]


def _role_present(condition: c.RolePresent, a: Asked) -> Answer:
    there = _there(a)
    if there is None:
        return Unknown("who was present")
    return any(p.speaks_of(condition.words, *texts) for texts in there)


def _conference_quorum(condition: c.ConferenceQuorum, a: Asked) -> Answer:
    there = _there(a)
    if there is None:
        return Unknown("who was present")
    speak = [
        texts
        for row, texts in zip(value(a.entry, "present"), there, strict=True)
        if not row_value(row, "person") and texts[0] not in p.FAMILY_ROLES | p.WITHOUT_A_VOICE
    ]
    others = {texts[1] or texts[0] for texts in speak if not _is_social_care(texts)}
    return any(_is_social_care(texts) for texts in speak) and len(others - {None, ""}) >= condition.agencies


def _is_social_care(texts: tuple[str | None, ...]) -> bool:
    return texts[0] in p.SOCIAL_WORKERS | p.SOCIAL_CARE_MANAGERS or p.speaks_of(p.SOCIAL_CARE_WORDS, *texts)


def _of_that_conference(condition: c.OfThatConference, a: Asked) -> Answer:
    if a.start is None:
        return False
    wanted = [a.start.id]
    held = (each for each in a.life.entries("conference_held") if value(each, "kind") == value(a.start, "kind"))
    wanted += [each.id for each in held if order(each) > order(a.start)][:1]
    return any(a.life.known.same(str(named), one) for named in listed(a.entry, condition.field) for one in wanted)


def _reason_given(condition: c.ReasonGiven, a: Asked) -> Answer:
    own = (value(a.entry, "reason"), getattr(a.life.row(a.entry, "decisions"), "reasons", None))
    return any(plain(word) in plain(text) for text in own if text for word in condition.words)


def _reaches_family(condition: c.ReachesFamily, a: Asked) -> Answer:
    if value(a.entry, condition.field) is None:
        return Unknown("who it was sent to")
    named = [str(each) for each in listed(a.entry, condition.field)]
    return any(each in a.life.world.people or p.normal(each) in FAMILY_WORDS for each in named)


FAMILY_WORDS = p.FAMILY_ROLES | {"parents", "carers", "family_members", "mum", "dad", "grandparents"}
_FURTHER: dict[type[e.Condition], Callable[[Any, Asked], Answer]] = {
    c.Not: _not,
    c.AnyOf: _any_of,
    c.Recorded: lambda condition, a: value(a.entry, condition.field) is not None,
    c.NumberUnder: _number_under,
    c.GradeAtLeast: _grade_at_least,
    c.ChildUnderMonths: _under_months,
    c.BornAlready: lambda condition, a: a.life.born is not None and a.life.born.first <= a.entry.happened.last,
    c.Unborn: lambda condition, a: a.life.unborn_on(a.entry.happened),
    c.InState: _in_state,
    c.Earlier: _earlier,
    c.Later: _later,
    c.ByRole: _by_role,
    c.ByAgency: _by_agency,
    c.AboutSiblings: _about_siblings,
    c.StillOpen: _still_open,
    c.RolePresent: _role_present,
    c.ConferenceQuorum: _conference_quorum,
    c.OfThatConference: _of_that_conference,
    c.LivingChild: lambda condition, a: a.life.is_child_on(a.entry.happened.last),
    c.ReasonGiven: _reason_given,
    c.ReachesFamily: _reaches_family,
}
MEANINGS.update(_FURTHER)
