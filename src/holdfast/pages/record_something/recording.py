"""Putting what somebody said into the record, as far as they may, with everything that follows from it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from holdfast.access.decide import Decision, NotAllowed, may, require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.contact_routing import pass_on, take_hold
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.record_something.form import ABOUT_NOBODY, Answers
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry

PERMISSIONS = {
    "contact_decided": Permission.DECIDE_CONCERN,
    "alert_answered": Permission.ANSWER_ALERT,
    **dict.fromkeys((*ABOUT_NOBODY, "cover_named"), Permission.ARRANGE_COVER),
}
"""What somebody must be allowed to do to record these types; for all others it is ``RECORD``."""

TO_PEOPLE_AT_WORK = ("contact_received", "message_received")


def permission_for(type: str) -> Permission:
    """The permission that recording this type needs."""
    return PERMISSIONS.get(type, Permission.RECORD)


def may_record(actor: User, type: str, child: str | None, at: datetime) -> Decision:
    """Whether ``actor`` may record this about ``child`` now. A type with a permission of its own needs that for the child."""
    permission = permission_for(type)
    return may(actor, permission, child if permission.about_child else None, Moment.live(at))


@transaction.atomic
def record(*, at: datetime, actor: User, id: str, answers: Answers, corrects: str | None = None) -> Entry:
    """Record the answers, or a correction of the entry ``corrects``. The same ``id`` again changes nothing.

    Raises ``NotAllowed`` where ``actor`` may not record it about one of the people, and ``AppendRefused``.
    """
    _require(actor, answers.type, answers.about, at, corrects)
    entry = append(
        at=at,
        by=actor.worker,
        id=id,
        type=answers.type,
        happened=answers.happened,
        about=answers.about,
        data=answers.data,
        source=answers.source,
        corrects=corrects,
        reason=answers.reason,
    )
    if answers.type in TO_PEOPLE_AT_WORK and corrects is None:
        take_hold(at=at, entry=entry)
    elif answers.type == "absence_started":
        pass_on(at=at)
    return entry


@transaction.atomic
def withdraw(*, at: datetime, actor: User, id: str, entry: Entry, reason: str) -> Entry:
    """Take an entry back, in the open, with the reason. Raises ``NotAllowed`` and ``AppendRefused``."""
    _require(actor, entry.type, entry.about, at, entry.id)
    return append(
        at=at,
        by=actor.worker,
        id=id,
        type="entry_withdrawn",
        happened=_said_already(id) or When.at(at),
        about=entry.about,
        data={},
        withdraws=entry.id,
        reason=reason,
    )


def may_put_right(actor: User, entry: Entry, at: datetime) -> bool:
    """Whether ``actor`` may correct or withdraw an entry: whoever may record it, about each of the people it is about."""
    try:
        _require(actor, entry.type, entry.about, at, entry.id)
    except NotAllowed:
        return False
    return True


def _require(actor: User, type: str, about: Sequence[str], at: datetime, entry: str | None) -> None:
    """Raise ``NotAllowed`` unless it may be recorded about every one of these people. An entry about nobody yet (a concern
    about a child whom nobody has found in the record) is decided by that entry."""
    permission, moment = permission_for(type), Moment.live(at)
    if not permission.about_child:
        require(actor, permission, None, moment)
    elif not about:
        require(actor, Permission.READ_CONCERN, None, moment, entry=entry)
    for person in about if permission.about_child else ():
        require(actor, permission, person, moment)


def _said_already(id: str) -> When | None:
    """When the same withdrawal was first sent: a second press of the button says the same thing, a moment later."""
    try:
        return entry_by_id(id).happened
    except EntryEnvelope.DoesNotExist:
        return None
