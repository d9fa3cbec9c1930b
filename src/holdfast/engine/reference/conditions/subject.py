"""What the conditions mean about whom the entry is about or names."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference import who
from holdfast.engine.reference.fields import listed, value
from holdfast.engine.reference.folding import spans
from holdfast.engine.reference.gathering import fitting
from holdfast.engine.reference.holding import Answer, Asked
from holdfast.engine.reference.life import Life
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.standards import professions as p


def _names_child(condition: c.NamesChild, a: Asked) -> Answer:
    if value(a.entry, condition.field) is None:
        return Unknown("who it names")
    return a.life.names_child(a.entry, condition.field)


def _names_sibling(condition: c.NamesSibling, a: Asked) -> Answer:
    day = a.entry.happened.last
    named = set(a.life.siblings) & set(listed(a.entry, condition.field))
    lives = [a.life, *(Life.of(a.life.known, each) for each in named)]
    return bool(named) and any(span.holds_on(day) for life in lives for span in spans(life, condition.state))


def _names_adult(condition: c.NamesAdult, a: Asked) -> Answer:
    day = a.entry.happened.last
    named = [str(each) for field in condition.fields for each in listed(a.entry, field)]
    return any(each not in a.life.world.people or Life.of(a.life.known, each).is_adult(day) for each in named)


def _about_siblings(condition: c.AboutSiblings, a: Asked) -> Answer:
    day = a.entry.happened.last
    family = (Life.of(a.life.known, sibling) for sibling in a.life.siblings)
    return all(each.id in a.entry.about for each in family if each.is_child_on(day))


def _has_responsibility(condition: c.HasResponsibility, a: Asked) -> Answer:
    mothers = a.life.mothers
    return any(
        link.parental_responsibility is True or (link.from_person in mothers and link.parental_responsibility is None)
        for link in a.life.relations()
        if link.to_person == a.life.id and link.from_person == a.subject
    )


def _reaches_family(condition: c.ReachesFamily, a: Asked) -> Answer:
    if value(a.entry, condition.field) is None:
        return Unknown("who it was sent to")
    named = [str(each) for each in listed(a.entry, condition.field)]
    return any(each in a.life.world.people or p.normal(each) in who.FAMILY_WORDS for each in named)


def _of_sibling(condition: c.OfSibling, a: Asked) -> Answer:
    day = a.entry.happened.last
    return any(
        entry.happened.first <= day
        for sibling in a.life.siblings
        for entry in fitting(Life.of(a.life.known, sibling), condition.events)
    )


MEANINGS: dict[type[Condition], Callable[[Any, Asked], Answer]] = {
    c.NamesChild: _names_child,
    c.NamesSibling: _names_sibling,
    c.NamesParent: lambda condition, a: bool(set(a.life.parents) & set(listed(a.entry, condition.field))),
    c.NamesAdult: _names_adult,
    c.AboutChild: lambda condition, a: a.life.id in a.entry.about,
    c.AboutSiblings: _about_siblings,
    c.Anyone: lambda condition, a: True,
    c.HasResponsibility: _has_responsibility,
    c.ReachesFamily: _reaches_family,
    c.OfSibling: _of_sibling,
}
