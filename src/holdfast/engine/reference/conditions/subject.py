"""What the conditions mean about whom the entry is about or names."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.conditions.subject import Named
from holdfast.rules.event import Condition
from holdfast.standards import professions

NOT_SAID: dict[Named, str] = {"child": "who it names", "family": "who it was sent to"}
"""Whom it matters to have asked about: what is missing where nothing was recorded."""


def _names(condition: c.Names, a: EntryContext) -> Truth:
    if condition.who in NOT_SAID and value(a.entry, condition.field) is None:
        return Unknown(NOT_SAID[condition.who])
    if condition.who == "child":
        return a.life.names_child(a.entry, condition.field)
    if condition.who == "subject" and a.subject is None:
        return True
    return any(IS_ONE[condition.who](a, str(each)) for each in listed(a.entry, condition.field))


IS_ONE: dict[Named, Callable[[EntryContext, str], bool]] = {
    "subject": lambda a, each: each == a.subject,
    "parent": lambda a, each: each in a.life.parents,
    "adult": lambda a, each: each not in a.life.world.people or PersonView.of(a.life.known, each).is_adult(a.entry.happened.last),
    "family": lambda a, each: each in a.life.world.people or professions.normal(each) in affiliation.FAMILY_WORDS,
    "professional": lambda a, each: each not in a.life.world.people and professions.normal(each) not in professions.FAMILY_ROLES,
}
"""Whether somebody named, by id or by a word, is one of them."""


def _names_sibling(condition: c.NamesSibling, a: EntryContext) -> Truth:
    day = a.entry.happened.last
    named = set(a.life.siblings) & set(listed(a.entry, condition.field))
    lives = [a.life, *(PersonView.of(a.life.known, each) for each in named)]
    return bool(named) and any(span.holds_on(day) for life in lives for span in spans(life, condition.state))


def _about(condition: c.About, a: EntryContext) -> Truth:
    if condition.whom == "anyone":
        return True
    if condition.whom != "siblings":
        return {"child": a.life.id, "subject": a.subject}[condition.whom] in a.entry.about
    day = a.entry.happened.last
    family = (PersonView.of(a.life.known, sibling) for sibling in a.life.siblings)
    return all(each.id in a.entry.about for each in family if each.is_child_on(day))


def _has_responsibility(condition: c.HasResponsibility, a: EntryContext) -> Truth:
    mothers = a.life.mothers
    return any(
        link.parental_responsibility is True or (link.from_person in mothers and link.parental_responsibility is None)
        for link in a.life.relations()
        if link.to_person == a.life.id and link.from_person == a.subject
    )


def _of_sibling(condition: c.OfSibling, a: EntryContext) -> Truth:
    day = a.entry.happened.last
    return any(
        entry.happened.first <= day
        for sibling in a.life.siblings
        for entry in fitting(PersonView.of(a.life.known, sibling), condition.events)
    )


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Names: _names,
    c.NamesSibling: _names_sibling,
    c.About: _about,
    c.HasResponsibility: _has_responsibility,
    c.OfSibling: _of_sibling,
}
