"""Whether somebody may record an entry, about everybody whom it is about, and whether they may put one right."""

from collections.abc import Sequence
from datetime import datetime

from holdfast.access.decide import Decision, NotAllowed, may
from holdfast.access.entry_writers import OF_ITS_OWN, permission_for, permissions_for
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import role_of
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.record.entry_versions import first_version
from holdfast.record.models import Worker
from holdfast.record.read import entries_by_id, world_of
from holdfast.record.stored_staff import StoredStaff
from holdfast.standards.professions import normal
from holdfast.standards.roles import CHAIR_TITLES, LEAD_TITLES
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry

ABOUT_NOBODY = ("absence_started", "absence_ended", "post_taken_up", "post_left", "oversight_counted")
"""Entries about a worker, which are about no child."""

ANSWER_IT = (
    "If it is wrong, tell whoever wrote it: their name is on its page. What you know yourself you can record beside it, and if "
    "you disagree with what it says, record a disagreement."
)


def may_record(actor: User, type: str, child: str | None, at: datetime) -> Decision:
    """Whether ``actor`` may record this about ``child`` now. A type with a permission of its own needs that for the child."""
    decisions = [may(actor, each, child if each.about_child else None, Moment.live(at)) for each in permissions_for(type)]
    return next((decision for decision in decisions if decision.allowed), decisions[0])


def may_record_about(
    actor: User, type: str, about: Sequence[str], at: datetime, *, standing: str | None = None, data: EntryData | None = None
) -> Decision:
    """Whether it may be recorded about every one of these people. ``standing`` is the entry that it puts right, if it does, and
    ``data`` what it says."""
    permission, moment = _permission_for_data(type, data), Moment.live(at)
    if not permission.about_child:
        return may(actor, permission, None, moment)
    if not about:
        # A concern about a child whom nobody has found in the record names nobody there. No tie to a child can decide then, so
        # that whoever may read the concern may put it right; a new entry about nobody stays refused.
        return may(actor, Permission.READ_CONCERN, None, moment, entry=standing)
    # A tie to one child is no tie to their half-brother: an entry stands in the record of everybody it names.
    # The answer to an alert is decided by whom that very alert was put to.
    matter = str(getattr(data, "alert", "")) or None if permission is Permission.ANSWER_ALERT else None
    decisions = [may(actor, permission, person, moment, matter=matter) for person in about]
    return next((decision for decision in decisions if not decision.allowed), decisions[-1])


def _permission_for_data(type: str, data: EntryData | None) -> Permission:
    """Who is let in to a child's network is for social work to say; who leads for the child or chairs, for whoever manages."""
    permission = permission_for(type)
    if permission is not Permission.ALLOCATE_WORKER or data is None:
        return permission
    worker = Worker.objects.filter(pk=str(getattr(data, "worker", ""))).first()
    titles = {normal(str(getattr(data, "role", "") or "")), normal(worker.role if worker else "")}
    # By the part they are given and by who they are: a social worker taken off as "family support" still was the lead.
    leads = not titles.isdisjoint({*LEAD_TITLES, *CHAIR_TITLES}) or any(role_of(each).id in MANAGED for each in titles)
    return permission if leads else Permission.RECORD_SOCIAL_WORK


MANAGED = ("social_worker", "team_manager", "service_manager", "director_of_childrens_services", "cp_chair")
"""Whose part with a child a manager gives out and takes away."""


def require_to_record(
    actor: User, type: str, about: Sequence[str], at: datetime, *, standing: str | None = None, data: EntryData | None = None
) -> None:
    """The same, for commands: raises ``NotAllowed`` instead of saying no."""
    decision = may_record_about(actor, type, about, at, standing=standing, data=data)
    if not decision.allowed:
        raise NotAllowed(decision)


def require_by_form(type: str) -> None:
    """Raises ``NotAllowed`` for what has a page of its own, whose checks a form for anything would go round."""
    if type in OF_ITS_OWN:
        raise NotAllowed(
            Decision(
                False,
                reason="This is not recorded by itself: it is done on the page of what it is about.",
                next="Open the concern, the message, the alert or the entry that it is about, and do it there.",
            )
        )


def may_put_right(actor: User, entry: Entry, at: datetime) -> Decision:
    """Whether ``actor`` may correct or withdraw an entry: whoever may record it and wrote it, or manages whoever did; where
    nobody is left who wrote it, whoever answers for the child's record. What somebody else said is answered, not taken back."""
    said = _taken_back(entry) or entry
    writing = may_record_about(actor, said.type, said.about, at, standing=said.id, data=said.data)
    if not writing.allowed or actor.worker is None:
        return writing
    # Of a withdrawal also whoever wrote what was withdrawn: they may want it back.
    written = {each.id: each for each in (entry, said)}.values()
    authors = {each.by for one in written for each in (one, first_version(one)) if each.by is not None}
    if actor.worker.pk in authors:
        return writing
    moment = Moment.live(at)
    roster = Roster(world_of((), (), moment), moment, staff=StoredStaff(moment))
    if any(actor.worker.pk in roster.managers(author) for author in authors):
        return writing
    # On leave they come back to it.
    if not any(roster.in_post(author) or roster.away(author) for author in authors):
        named = [may(actor, Permission.PUT_RIGHT, person, moment) for person in said.about]
        return next((each for each in named if not each.allowed), writing)
    reason = "Only whoever wrote this, or their manager, may correct it or withdraw it."
    return Decision(False, reason=reason, next=ANSWER_IT, children=entry.about)


def may_readdress(actor: User, concern: Entry, at: datetime) -> bool:
    """Whether they may say about whom a concern is, its words as they were: whoever decides it finds out whom it means."""
    decides = concern.type == "contact_received" and may(
        actor, Permission.DECIDE_CONCERN, None, Moment.live(at), entry=concern.id
    )
    return bool(decides)


def _taken_back(entry: Entry) -> Entry | None:
    return entries_by_id([entry.withdraws]).get(entry.withdraws) if entry.withdraws is not None else None


def require_to_put_right(actor: User, entry: Entry, at: datetime) -> None:
    """The same, for commands: raises ``NotAllowed`` instead of saying no."""
    decision = may_put_right(actor, entry, at)
    if not decision.allowed:
        raise NotAllowed(decision)
