"""The one decision about who may see and do what. Nothing else in Holdfast decides it.

Deny by default. A permission is granted to a role by a tie; the tie is read from the record as it stands now.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from holdfast.access.family_ties import family_children
from holdfast.access.kept_back_matters import is_withheld
from holdfast.access.models import User
from holdfast.access.moments import PastMoment
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import ADMINISTRATOR, NOBODY, AccessRole, role_of
from holdfast.access.still_here import left_in_words
from holdfast.access.tie_basis import basis_of
from holdfast.access.ties import Tie, Ties
from holdfast.kernel.moment import Moment
from holdfast.record.entry_versions import standing
from holdfast.record.models import Person
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.entry import Entry

ASK = (
    "If you need this for your work with the child, ask the child's lead social worker or their manager, who can see to it "
    "that the record shows your part. If you are worried about a child now, report a concern or ring the front door: you "
    "never need this page to do that."
)
SIGN_IN = "Sign in, and you will come back to this page."
LEFT = (
    "If that is not so, ask your manager to put the record right: they can do it in a minute. If you are worried about a child "
    "now, report a concern or ring the front door."
)
WHOEVER_LEFT = frozenset(
    {
        Permission.SIGNED_IN,
        Permission.SEE_FOR_YOU,
        Permission.REPORT_CONCERN,
        Permission.SEE_OWN_CONCERNS,
        Permission.SEE_OWN_CONCERN,
        Permission.READ_STANDARDS,
    }
)
"""What stays open to somebody whose last day has passed: to tell us about a child, and to hear what became of it."""


@dataclass(frozen=True)
class Decision:
    """``allowed``; the ``basis`` it rests on, or the ``reason`` it was refused with what to do ``next``; and the ``children``
    it was about."""

    allowed: bool
    basis: str = ""
    reason: str = ""
    next: str = ""
    children: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed


class NotAllowed(PermissionDenied):
    """A command was called for somebody who may not do it. ``decision`` says why and what to do next."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(f"{decision.reason} {decision.next}")
        self.decision = decision


def may(
    actor: User | AnonymousUser,
    permission: Permission,
    child: str | None,
    moment: Moment,
    *,
    entry: str | None = None,
    matter: str | None = None,
) -> Decision:
    """Whether ``actor`` may do ``permission``, about ``child`` or about the children of ``entry`` (a concern's id), by the ties
    in the record at ``moment``. ``matter`` is the alert about the child, where it is one alert that is asked about. For a page
    that shows a day in the past that is now, when it was asked for."""
    moment = Moment.live(moment.asked_at) if isinstance(moment, PastMoment) else moment
    if permission is Permission.PUBLIC:
        return Decision(True, "anyone may")
    if not isinstance(actor, User) or not actor.is_active:
        return Decision(False, reason="You are not signed in.", next=SIGN_IN)
    decision = _by_record(actor, permission, child, moment, OneThing(entry=entry, matter=matter))
    # Asked of those alone who would come in, and last: a title and a child's record say nothing of whether somebody still works
    # here, and the roster does.
    if decision.allowed and permission not in WHOEVER_LEFT and (words := left_in_words(actor.worker, moment)):
        return Decision(False, reason=f"By the record you no longer work here: {words}.", next=LEFT, children=decision.children)
    return decision


def _by_record(actor: User, permission: Permission, child: str | None, moment: Moment, thing: "OneThing") -> Decision:
    entry, matter = thing.get("entry"), thing.get("matter")
    concern = _concern(entry, moment) if entry is not None else None
    # In the same words as any other refusal: that something is kept from somebody is a thing they must not know either.
    if concern is not None and is_withheld(concern, actor.worker, moment):
        return _refuse(described(actor), permission, concern.about)
    children = (child,) if child is not None else concern.about if concern is not None else ()
    role = described(actor)
    # Asked of no child, a permission about a child would be decided by the post alone.
    if permission.about_child and not children and concern is None:
        return _refuse(role, permission, children)
    # Refused in the same words as a child whom they may not see. An answer that told the two apart would say to anybody who tried
    # ids which families are known here.
    if child is not None and not Person.objects.filter(pk=child).exists():
        return _refuse(role, permission, children)
    if child is not None and permission.about_adults:
        return _by_family(actor, permission, child, moment)
    worker = actor.worker
    # One of the children is enough: a concern about two brothers is read by the worker of either.
    people: tuple[str | None, ...] = children or (None,)
    every = [Ties(worker, each, moment, concern=concern, matter=matter) for each in people] if worker is not None else []
    return _by_ties(role, permission, children, every)


def _by_family(actor: User, permission: Permission, person: str, moment: Moment) -> Decision:
    """A grown-up is seen by whoever is tied to a child of their family; a child by ties to that child alone."""
    # One at a time, and the person first: nearly everybody who may is found at once, and each question reads a family.
    for near in (person, *family_children(person, moment)):
        ties = [Ties(actor.worker, near, moment)] if actor.worker is not None else []
        decision = _by_ties(described(actor), permission, (near,), ties)
        if decision.allowed:
            return replace(decision, children=tuple(dict.fromkeys((person, near))))
    return _refuse(described(actor), permission, (person,))


class OneThing(TypedDict, total=False):
    """The one thing that is asked about, as :func:`may` takes it."""

    entry: str | None
    matter: str | None


def require(
    actor: User | AnonymousUser, permission: Permission, child: str | None, moment: Moment, **thing: Unpack[OneThing]
) -> Decision:
    """The same, for commands: raises ``NotAllowed`` instead of saying no."""
    decision = may(actor, permission, child, moment, **thing)
    if not decision.allowed:
        raise NotAllowed(decision)
    return decision


def described(actor: User) -> AccessRole:
    """The role somebody holds here."""
    if actor.worker is None:
        return ADMINISTRATOR if actor.is_superuser else NOBODY
    return role_of(actor.worker.role)


def may_of_each(
    actor: User, permission: Permission, children: Sequence[str], moment: Moment, *, but: Collection[Tie] = ()
) -> dict[str, Decision]:
    """The same question about each of many children, from one reading of the record: for a list of somebody's own children.
    ``but`` are ties that do not count there, such as a post that opens every child's record."""
    worker, role = actor.worker, described(actor)
    moment = Moment.live(moment.asked_at) if isinstance(moment, PastMoment) else moment
    if worker is None or not children or left_in_words(worker, moment):
        return {}
    around = Ties(worker, None, moment, among=children)
    left = AccessRole(role.id, role.title, role.plural, role.titles, {permission: _without(role.ties(permission), but)})
    return {child: _by_ties(left, permission, (child,), [Ties(worker, child, moment, like=around)]) for child in children}


def _without(ties: tuple[Tie, ...], but: Collection[Tie]) -> tuple[Tie, ...]:
    return tuple(tie for tie in ties if tie not in but)


def _by_ties(role: AccessRole, permission: Permission, children: tuple[str, ...], every: Sequence[Ties]) -> Decision:
    granted = role.ties(permission)
    for tie in granted:
        if tie is Tie.POST:
            return Decision(True, _post(role), children=children)
        for ties in every:
            basis = basis_of(ties, tie)
            if basis is not None:
                return Decision(True, basis, children=children)
    return _refuse(role, permission, children)


def _post(role: AccessRole) -> str:
    return f"works as {'an' if role.title[0] in 'aeiou' else 'a'} {role.title}"


def _refuse(role: AccessRole, permission: Permission, children: tuple[str, ...]) -> Decision:
    by = role.ties(permission)
    if not by:
        reason = f"This page is there to {permission.sentence}. That is not part of the work of {role.plural}."
    elif by == (Tie.POST,):
        reason = "There is nothing here that the record knows of. The address may be wrong."
    else:
        ways = [tie.when for tie in by if tie is not Tie.POST]
        reason = (
            f"As a {role.title} you may {permission.sentence} when {_or(ways)}. The record does not show that."
            if ways
            else "There is nothing here that the record knows of. The address may be wrong."
        )
    return Decision(False, reason=reason, next=ASK, children=children)


def _or(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])}, or {ways[-1]}"


def _concern(entry: str, moment: Moment) -> Entry | None:
    try:
        id = str(UUID(entry))
    except ValueError:  # an address can hold anything
        return None
    # As it was put right: whom it is about and who sent it may have been a mistake, and a mistake opens nothing. One that was
    # withdrawn stays with those who had it.
    return standing(id, moment) or entries_by_id([id]).get(id)
