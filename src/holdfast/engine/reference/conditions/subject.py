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


def _names(condition: c.Names, asked: EntryContext) -> Truth:
    # Only where silence matters: that nobody wrote down who was seen is not the same as that nobody was.
    if condition.who in NOT_SAID and value(asked.entry, condition.field) is None:
        return Unknown(NOT_SAID[condition.who])
    if condition.who == "child":
        return asked.person.names_child(asked.entry, condition.field)
    # A clock about nobody in particular is met whoever is named.
    if condition.who == "subject" and asked.subject is None:
        return True
    return any(IS_ONE[condition.who](asked, str(each)) for each in listed(asked.entry, condition.field))


IS_ONE: dict[Named, Callable[[EntryContext, str], bool]] = {
    "subject": lambda asked, each: each == asked.subject,
    "parent": lambda asked, each: each in asked.person.parents,
    "adult": lambda asked, each: (
        each not in asked.person.world.people or PersonView.of(asked.person.known, each).is_adult(asked.entry.happened.last)
    ),
    "family": lambda asked, each: each in asked.person.world.people or professions.normal(each) in affiliation.FAMILY_WORDS,
    "professional": lambda asked, each: (
        each not in asked.person.world.people and professions.normal(each) not in professions.FAMILY_ROLES
    ),
}
"""Whether somebody named, by id or by a word, is one of them."""


def _names_sibling(condition: c.NamesSibling, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    # A brother who is named is not enough: that the state held for him or for this child makes it matter here.
    named = set(asked.person.siblings) & set(listed(asked.entry, condition.field))
    people = [asked.person, *(PersonView.of(asked.person.known, each) for each in named)]
    return bool(named) and any(span.holds_on(day) for each in people for span in spans(each, condition.state))


def _about(condition: c.About, asked: EntryContext) -> Truth:
    if condition.whom == "anyone":
        return True
    if condition.whom == "parent":
        return _about_parent(asked)
    if condition.whom != "siblings":
        return {"child": asked.person.id, "subject": asked.subject}[condition.whom] in asked.entry.about
    day = asked.entry.happened.last
    family = (PersonView.of(asked.person.known, sibling) for sibling in asked.person.siblings)
    return all(each.id in asked.entry.about for each in family if each.is_child_on(day))


def _about_parent(asked: EntryContext) -> bool:
    person, entry, day = asked.person, asked.entry, asked.entry.happened.last
    adults = all(PersonView.of(person.known, each).is_adult(day) for each in entry.about)
    return adults and not person.is_adult(day) and not person.brought_up_by(day).isdisjoint(entry.about)


def _brings_up_nobody(condition: c.BringsUpNobody, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    return not asked.person.is_adult(day) or not asked.person.brings_up_a_child(day)


def _has_responsibility(condition: c.HasResponsibility, asked: EntryContext) -> Truth:
    mothers = asked.person.mothers
    return any(
        # The law gives it to the mother at birth, so that only its being denied has to be written.
        link.parental_responsibility is True or (link.from_person in mothers and link.parental_responsibility is None)
        for link in asked.person.relations()
        if link.to_person == asked.person.id and link.from_person == asked.subject
    )


def _of_sibling(condition: c.OfSibling, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    return any(
        entry.happened.first <= day
        for sibling in asked.person.siblings
        for entry in fitting(PersonView.of(asked.person.known, sibling), condition.events)
    )


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Names: _names,
    c.NamesSibling: _names_sibling,
    c.About: _about,
    c.BringsUpNobody: _brings_up_nobody,
    c.HasResponsibility: _has_responsibility,
    c.OfSibling: _of_sibling,
}
