"""What the conditions about who was at a meeting mean, and about what it decided for this child."""

from collections.abc import Callable, Collection
from typing import Any

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.missing_agencies import agencies
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.standards import professions


def _attended(condition: c.Attended, asked: EntryContext) -> Truth:
    # A clock that is about no adult in particular asks for none.
    if condition.who == "adult" and asked.subject is None:
        return True
    if value(asked.entry, "present") is None:
        return Unknown("who was present")
    who = condition.who
    there = (
        PRESENT[who](asked)
        if isinstance(who, str)
        else [texts for _, texts in _there(asked) if professions.speaks_of(who, *texts)]
    )
    return len(there) >= condition.at_least


def _there(asked: EntryContext) -> list[tuple[Any, tuple[str | None, ...]]]:
    """Everybody present as recorded, with their role and what is known of their organisation."""
    present = affiliation.roles_present(asked.person.known, asked.entry) or ()
    texts = [(role, *affiliation.organisation_words(asked.person.known, organisation)) for role, organisation, _ in present]
    return list(zip(value(asked.entry, "present"), texts, strict=True))


def _social_workers(asked: EntryContext) -> list[str | None]:
    # Whoever is named to cover stands in for the social worker, whatever their own title is.
    covers = {str(value(each, "cover")) for each in asked.person.known.of("cover_named")}
    return [
        worker
        for role, _, worker in affiliation.roles_present(asked.person.known, asked.entry) or ()
        if role in professions.SOCIAL_WORKERS
        or worker in covers
        or affiliation.role_of(asked.person.known, worker) in professions.SOCIAL_WORKERS
    ]


def _is_social_care(texts: tuple[str | None, ...]) -> bool:
    return texts[0] in professions.SOCIAL_WORKERS | professions.SOCIAL_CARE_MANAGERS or professions.speaks_of(
        professions.SOCIAL_CARE_WORDS, *texts
    )


def _agencies_beside_social_care(asked: EntryContext) -> set[str | None]:
    speak = [
        texts
        for row, texts in _there(asked)
        if not row_value(row, "person") and texts[0] not in professions.FAMILY_ROLES | professions.WITHOUT_A_VOICE
    ]
    # Another agency beside social care is two agencies: without social care there is nothing for it to be beside.
    if not any(_is_social_care(texts) for texts in speak):
        return set()
    return {texts[1] or texts[0] for texts in speak if not _is_social_care(texts)} - {None, ""}


def _professionals(asked: EntryContext) -> list[Any]:
    rows = value(asked.entry, "present")
    return [
        row
        for row in rows
        if row_value(row, "person") is None and professions.normal(row_value(row, "role")) not in professions.FAMILY_ROLES
    ]


def _the_adult(asked: EntryContext) -> list[Any]:
    # By what they are to the child, where the row has no name: "father" is this father.
    kinds = {link.kind for link in asked.person.relations() if link.from_person == asked.subject}
    return [
        row
        for row in value(asked.entry, "present")
        if row_value(row, "person") == asked.subject
        or (not row_value(row, "person") and professions.normal(row_value(row, "role")) in kinds)
    ]


PRESENT: dict[str, Callable[[EntryContext], Collection[Any]]] = {
    "social_worker": _social_workers,
    "social_care": lambda asked: [texts for _, texts in _there(asked) if _is_social_care(texts)],
    "agency_beside_social_care": _agencies_beside_social_care,
    "professional": _professionals,
    "agency": lambda asked: agencies(asked.person.known, value(asked.entry, "present")) & {asked.subject},
    "adult": _the_adult,
}
"""Those present who are meant."""


def _of_that_conference(condition: c.OfThatConference, asked: EntryContext) -> Truth:
    if asked.start is None:
        return False
    wanted = [asked.start.id]
    # The first of its kind after the booking is the one that was booked: nobody writes down which.
    held = (each for each in asked.person.entries("conference_held") if value(each, "kind") == value(asked.start, "kind"))
    wanted += [each.id for each in held if order(each) > order(asked.start)][:1]
    return any(asked.person.known.same(str(named), one) for named in listed(asked.entry, condition.field) for one in wanted)


def _decided_with_reasons(condition: c.DecidedWithReasons, asked: EntryContext) -> Truth:
    if value(asked.entry, "decisions") is None:
        return Unknown("what was decided for each child")
    row = asked.person.row(asked.entry, "decisions")
    reasons = str(getattr(row, "reasons", None) or "").strip()
    # A plan is made under a category. Other decisions have none.
    has_category = getattr(row, "decision", None) != "plan_made" or bool(getattr(row, "category", None))
    return row is not None and bool(reasons) and has_category


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Attended: _attended,
    c.OfThatConference: _of_that_conference,
    c.DecidedWithReasons: _decided_with_reasons,
}
