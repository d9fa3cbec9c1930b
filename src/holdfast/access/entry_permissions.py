"""What somebody must be allowed to do to record an entry of a type, and about everybody whom it is about."""

from collections.abc import Sequence
from datetime import datetime

from holdfast.access.decide import Decision, NotAllowed, may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry

ABOUT_NOBODY = ("absence_started", "absence_ended")
"""Entries about a worker, which are about no child."""

OF_THEIR_OWN = {
    "contact_decided": Permission.DECIDE_CONCERN,
    "alert_answered": Permission.ANSWER_ALERT,
    **dict.fromkeys((*ABOUT_NOBODY, "cover_named"), Permission.ARRANGE_COVER),
}
"""The types that need a permission of their own; for all others it is ``RECORD``."""


def permission_for(type: str) -> Permission:
    """The permission that recording this type needs."""
    # By default the one for recording about a child: a new type is guarded before anybody thinks of it.
    return OF_THEIR_OWN.get(type, Permission.RECORD)


def may_record(actor: User, type: str, child: str | None, at: datetime) -> Decision:
    """Whether ``actor`` may record this about ``child`` now. A type with a permission of its own needs that for the child."""
    permission = permission_for(type)
    return may(actor, permission, child if permission.about_child else None, Moment.live(at))


def may_record_about(
    actor: User, type: str, about: Sequence[str], at: datetime, *, standing: str | None = None, data: EntryData | None = None
) -> Decision:
    """Whether it may be recorded about every one of these people. ``standing`` is the entry that it puts right, if it does, and
    ``data`` what it says."""
    permission, moment = permission_for(type), Moment.live(at)
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


def require_to_record(
    actor: User, type: str, about: Sequence[str], at: datetime, *, standing: str | None = None, data: EntryData | None = None
) -> None:
    """The same, for commands: raises ``NotAllowed`` instead of saying no."""
    decision = may_record_about(actor, type, about, at, standing=standing, data=data)
    if not decision.allowed:
        raise NotAllowed(decision)


def may_put_right(actor: User, entry: Entry, at: datetime) -> bool:
    """Whether ``actor`` may correct or withdraw an entry: whoever may record it, about each of the people it is about."""
    return may_record_about(actor, entry.type, entry.about, at, standing=entry.id, data=entry.data).allowed
