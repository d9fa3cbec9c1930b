"""What each condition of a rule means, asked of one entry about one person."""

from collections.abc import Callable
from typing import Any

from holdfast.engine import who
from holdfast.engine.absence import away
from holdfast.engine.fields import listed, plain, value
from holdfast.engine.holding import MEANINGS, Answer, Asked
from holdfast.kernel.unknown import Unknown
from holdfast.standards import events as e
from holdfast.standards import professions as p


def _mentions(c: e.Mentions, a: Asked) -> Answer:
    return any(plain(word) in plain(text) for text in listed(a.entry, c.field) for word in c.words)


def _filled(c: e.Filled, a: Asked) -> Answer:
    return any(str(each).strip() for each in listed(a.entry, c.field))


def _refers_to(c: e.RefersTo | e.RefersToEither, a: Asked) -> Answer:
    return a.start is not None and any(a.life.known.same(str(each), a.start.id) for each in listed(a.entry, c.field))


def _refers_to_same(c: e.RefersToSame, a: Asked) -> Answer:
    if a.start is None:
        return False
    theirs = listed(a.start, c.start_field)
    return any(a.life.known.same(str(one), str(other)) for one in listed(a.entry, c.field) for other in theirs)


def _same_as(c: e.SameAs, a: Asked) -> Answer:
    return a.start is not None and bool(set(listed(a.entry, c.field)) & set(listed(a.start, c.start_field)))


def _decision_is(c: e.DecisionIs, a: Asked) -> Answer:
    return getattr(a.life.row(a.entry, "decisions"), "decision", None) in c.values


def _child_view_heard(c: e.ChildViewHeard, a: Asked) -> Answer:
    return getattr(a.life.row(a.entry, "child_views"), "how", "none") != "none"


def _plan_is(c: e.PlanIs, a: Asked) -> Answer:
    for named in listed(a.entry, c.field):
        if named == c.plan:
            return True
        started = a.life.known.current(str(named))
        if started is None:
            continue
        if started.type == "plan_started" and value(started, "plan") == c.plan:
            return True
        if started.type == "conference_held" and c.plan == "child_protection":
            return True
    return False


def _category_is(c: e.CategoryIs, a: Asked) -> Answer:
    row = a.life.row(a.entry, "decisions")
    return (value(a.entry, "category") or getattr(row, "category", None)) == c.category


def _social_worker_visited(c: e.SocialWorkerVisited, a: Asked) -> Answer:
    role = who.role_of(a.life.known, value(a.entry, "worker"))
    return role not in p.NOT_SOCIAL_WORKERS


def _by_qualified_worker(c: e.ByQualifiedWorker, a: Asked) -> Answer:
    role = who.role_of(a.life.known, a.entry.by)
    return role in p.SOCIAL_WORKERS or role in p.SOCIAL_CARE_MANAGERS or (not role and a.entry.by is None)


def _social_worker_present(c: e.SocialWorkerPresent, a: Asked) -> Answer:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return Unknown("who was present")
    covers = {str(value(each, "cover")) for each in a.life.known.of("cover_named")}
    return any(
        role in p.SOCIAL_WORKERS or worker in covers or who.role_of(a.life.known, worker) in p.SOCIAL_WORKERS
        for role, _, worker in present
    )


def _strategy_quorum(c: e.StrategyQuorum, a: Asked) -> Answer:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return Unknown("who was present")
    there = [(role, *who.organisation_words(a.life.known, organisation)) for role, organisation, _ in present]
    social_care = any(
        texts[0] in p.SOCIAL_WORKERS | p.SOCIAL_CARE_MANAGERS or p.speaks_of(p.SOCIAL_CARE_WORDS, *texts) for texts in there
    )
    return social_care and all(any(p.speaks_of(words, *texts) for texts in there) for words in (p.POLICE_WORDS, p.HEALTH_WORDS))


def _decided_with_reasons(c: e.DecidedWithReasons, a: Asked) -> Answer:
    if value(a.entry, "decisions") is None:
        return Unknown("what was decided for each child")
    row = a.life.row(a.entry, "decisions")
    reasons = str(getattr(row, "reasons", None) or "").strip()
    has_category = getattr(row, "decision", None) != "plan_made" or bool(getattr(row, "category", None))
    return row is not None and bool(reasons) and has_category


def _professionals_agreed(c: e.ProfessionalsAgreed, a: Asked) -> Answer:
    return any(
        party not in a.life.world.people and p.normal(str(party)) not in p.FAMILY_ROLES for party in listed(a.entry, "agreed_by")
    )


def _for_absent_worker(c: e.ForAbsentWorker, a: Asked) -> Answer:
    absences = a.life.known.planned("absence_started", "absence_ended")
    return any(away(str(worker), absences, a.entry.happened.end) is not None for worker in listed(a.entry, "for"))


def _tells_of_harm(c: e.TellsOfHarmToOneWorker, a: Asked) -> Answer:
    if a.entry.type == "message_received":
        return value(a.entry, "possible_serious_harm") is True
    return value(a.entry, "immediate_harm") is True and bool(listed(a.entry, "for"))


def _child_under(c: e.ChildUnder, a: Asked) -> Answer:
    return a.life.under(c.years, a.entry.happened.last)


def _ended_by_conference(c: e.EndedByConference, a: Asked) -> Answer:
    if not a.life.is_child_on(a.entry.happened.last):
        return True
    ended = False
    # The last word by then: a plan made since has undone an earlier decision to end one.
    for entry in a.life.entries("conference_held", "plan_started"):
        if entry.happened.start > a.entry.happened.end:
            continue
        if entry.type == "plan_started":
            ended = ended and not _plan_is(e.PlanIs("child_protection"), Asked(a.life, entry))
        elif (row := a.life.row(entry, "decisions")) is not None:
            decision = getattr(row, "decision", None)
            ended = decision in ("plan_ended", "no_plan") and value(entry, "kind") in ("review", "transfer_in")
    return ended


def _every_action_done(c: e.EveryActionDone, a: Asked) -> Answer:
    by_then = a.entry.happened.end
    actions = [
        entry
        for entry in a.life.entries("action_agreed")
        if entry.happened.start <= by_then and _plan_is(e.PlanIs("child_protection"), Asked(a.life, entry))
    ]
    if not actions:
        return Unknown("what actions the plan held")
    status = {}
    for review in a.life.known.of("action_reviewed"):
        if review.happened.start <= by_then:
            status[a.life.known.chains.root(str(value(review, "action")))] = value(review, "status")
    return all(status.get(a.life.known.chains.root(action.id)) == "done" for action in actions)


def _from_family(c: e.FromFamily, a: Asked) -> Answer:
    sender = who.sender_of(a.entry)
    if not isinstance(sender, str):
        return who.is_family(sender)
    world = a.life.world
    return sender in world.people or (sender not in world.workers and sender not in world.organisations and who.is_family(sender))


_OF_ENTRIES: dict[type[e.Condition], Callable[[Any, Asked], Answer]] = {
    e.FieldIn: lambda c, a: any(each in c.values for each in listed(a.entry, c.field)),
    e.FieldIs: lambda c, a: value(a.entry, c.field) is c.value,
    e.NotIs: lambda c, a: value(a.entry, c.field) is not c.value,
    e.Filled: _filled,
    e.Mentions: _mentions,
    e.RefersTo: _refers_to,
    e.RefersToEither: lambda c, a: _refers_to(c, a) or _refers_to_same(e.RefersToSame(c.field, c.field), a),
    e.RefersToSame: _refers_to_same,
    e.SameAs: _same_as,
    e.NamesSubject: lambda c, a: a.subject is None or a.subject in listed(a.entry, c.field),
    e.DecisionIs: _decision_is,
    e.ChildViewHeard: _child_view_heard,
    e.PlanIs: _plan_is,
    e.CategoryIs: _category_is,
    e.SocialWorkerVisited: _social_worker_visited,
    e.ByQualifiedWorker: _by_qualified_worker,
    e.SocialWorkerPresent: _social_worker_present,
    e.StrategyQuorum: _strategy_quorum,
    e.DecidedWithReasons: _decided_with_reasons,
    e.ProfessionalsAgreed: _professionals_agreed,
    e.FromProfessional: lambda c, a: who.is_professional(a.life.known, who.sender_of(a.entry)),
    e.FromFamily: _from_family,
    e.ForAbsentWorker: _for_absent_worker,
    e.TellsOfHarmToOneWorker: _tells_of_harm,
    e.ChildUnder: _child_under,
    e.IsTrigger: lambda c, a: a.start is not None and a.entry.id == a.start.id,
    e.EndedByConference: _ended_by_conference,
    e.EveryActionDone: _every_action_done,
}
MEANINGS.update(_OF_ENTRIES)
