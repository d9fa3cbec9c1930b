"""What the conditions about who was at a meeting mean, and about what it decided for this child."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference import who
from holdfast.engine.reference.fields import listed, row_value, value
from holdfast.engine.reference.holding import Answer, Asked
from holdfast.engine.reference.known import order
from holdfast.engine.reference.missing_agencies import agencies
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.standards import professions as p


def _social_worker_present(condition: c.SocialWorkerPresent, a: Asked) -> Answer:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return Unknown("who was present")
    covers = {str(value(each, "cover")) for each in a.life.known.of("cover_named")}
    return any(
        role in p.SOCIAL_WORKERS or worker in covers or who.role_of(a.life.known, worker) in p.SOCIAL_WORKERS
        for role, _, worker in present
    )


def _strategy_quorum(condition: c.StrategyQuorum, a: Asked) -> Answer:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return Unknown("who was present")
    there = [(role, *who.organisation_words(a.life.known, organisation)) for role, organisation, _ in present]
    social_care = any(
        texts[0] in p.SOCIAL_WORKERS | p.SOCIAL_CARE_MANAGERS or p.speaks_of(p.SOCIAL_CARE_WORDS, *texts) for texts in there
    )
    return social_care and all(any(p.speaks_of(words, *texts) for texts in there) for words in (p.POLICE_WORDS, p.HEALTH_WORDS))


def _role_present(condition: c.RolePresent, a: Asked) -> Answer:
    there = _there(a)
    if there is None:
        return Unknown("who was present")
    return any(p.speaks_of(condition.words, *texts) for texts in there)


def _there(a: Asked) -> list[tuple[str | None, ...]] | None:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return None
    return [(role, *who.organisation_words(a.life.known, organisation)) for role, organisation, _ in present]


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


def _more_present(condition: c.MorePresentThan, a: Asked) -> Answer:
    rows = value(a.entry, "present")
    if rows is None:
        return Unknown("who was present")
    professionals = [
        row for row in rows if row_value(row, "person") is None and p.normal(row_value(row, "role")) not in p.FAMILY_ROLES
    ]
    return len(professionals) > condition.n


def _subject_present(condition: c.SubjectPresent, a: Asked) -> Answer:
    present = value(a.entry, "present")
    return Unknown("who was present") if present is None else a.subject in agencies(a.life.known, present)


def _took_part(condition: c.TookPart, a: Asked) -> Answer:
    if a.subject is None:
        return True
    present = value(a.entry, "present")
    if present is None:
        return Unknown("who was present")
    kinds = {link.kind for link in a.life.relations() if link.from_person == a.subject}
    return any(
        row_value(row, "person") == a.subject or (not row_value(row, "person") and p.normal(row_value(row, "role")) in kinds)
        for row in present
    )


def _of_that_conference(condition: c.OfThatConference, a: Asked) -> Answer:
    if a.start is None:
        return False
    wanted = [a.start.id]
    held = (each for each in a.life.entries("conference_held") if value(each, "kind") == value(a.start, "kind"))
    wanted += [each.id for each in held if order(each) > order(a.start)][:1]
    return any(a.life.known.same(str(named), one) for named in listed(a.entry, condition.field) for one in wanted)


def _decided_with_reasons(condition: c.DecidedWithReasons, a: Asked) -> Answer:
    if value(a.entry, "decisions") is None:
        return Unknown("what was decided for each child")
    row = a.life.row(a.entry, "decisions")
    reasons = str(getattr(row, "reasons", None) or "").strip()
    has_category = getattr(row, "decision", None) != "plan_made" or bool(getattr(row, "category", None))
    return row is not None and bool(reasons) and has_category


def _child_view_heard(condition: c.ChildViewHeard, a: Asked) -> Answer:
    return getattr(a.life.row(a.entry, "child_views"), "how", "none") != "none"


def _decision_is(condition: c.DecisionIs, a: Asked) -> Answer:
    return getattr(a.life.row(a.entry, "decisions"), "decision", None) in condition.values


MEANINGS: dict[type[Condition], Callable[[Any, Asked], Answer]] = {
    c.SocialWorkerPresent: _social_worker_present,
    c.StrategyQuorum: _strategy_quorum,
    c.RolePresent: _role_present,
    c.ConferenceQuorum: _conference_quorum,
    c.MorePresentThan: _more_present,
    c.SubjectPresent: _subject_present,
    c.TookPart: _took_part,
    c.OfThatConference: _of_that_conference,
    c.DecidedWithReasons: _decided_with_reasons,
    c.ChildViewHeard: _child_view_heard,
    c.DecisionIs: _decision_is,
}
