"""Drafts: what somebody typed and has not sent, kept for when they come back to it.

A draft belongs to one person and one page (its key is the page's address). It is written while they type, when a form is
sent with a mistake in it, and when they were signed out before they sent it. It goes when the form is sent or they say so.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core import signing
from django.http import HttpRequest, QueryDict

from holdfast.access.models import User
from holdfast.pages.models import Draft

LIMIT = 1_000_000  # characters: far more than anybody types, little enough to keep
KEPT_FOR = timedelta(days=30)
TOLD_BEFORE = timedelta(days=7)
"""How long before it is removed its writer hears of it."""
# A draft is shown to its writer later and kept in the database: neither is a place for a password or a code.
_NEVER_KEPT = ("csrfmiddlewaretoken", "draft_key", "draft_title", "draft_owner", "password", "password1", "password2", "otp")
_HELD = "holdfast_held_form"
_SENT = "holdfast_sent_forms"
# The session is a row that is written at every form. Twenty are more forms than anybody sends while one draft is on its way.
SENT_REMEMBERED = 20


class DraftTooLong(Exception):
    """More than a draft can hold. The message says what to do."""


def save(user: User, key: str, data: QueryDict | Mapping[str, list[str]], *, at: datetime, title: str = "") -> Draft | None:
    """Keep what was typed. Nothing typed at all keeps nothing. Raises ``DraftTooLong``."""
    values = _values(data)
    if sum(len(value) for many in values.values() for value in many) > LIMIT:
        raise DraftTooLong("This is too long to keep as a draft. Copy it somewhere safe and send it in parts.")
    # The page's own hidden fields are no words of anybody's: a form opened and left is not a draft.
    if not any(value.strip() for name, many in values.items() if name != "send_id" for value in many):
        return None
    draft, _ = Draft.objects.update_or_create(
        # One row for a person and a page, written over: two windows with one form keep what was typed last, as a sheet of paper
        # would.
        user=user,
        key=key[:300],
        # Touched again: what was said of its end is no longer so.
        defaults={"data": values, "saved_at": at, "title": title[:200], "told_at": None},
    )
    return draft


def find(user: User, key: str) -> Draft | None:
    """The draft this person has of this page, if any."""
    return Draft.objects.filter(user=user, key=key[:300]).first()


def discard(user: User, key: str) -> None:
    """Forget the draft: it was sent, or they said so."""
    Draft.objects.filter(user=user, key=key[:300]).delete()


def note_sent(request: HttpRequest, send_id: str) -> None:
    """Remember that a form was sent, so that a draft still on its way does not bring it back."""
    # htmx keeps a draft a moment after the last key, and a phone on a bad line later still. One that arrives after its form was
    # sent would offer somebody their own words again as if they had not been sent.
    request.session[_SENT] = [*request.session.get(_SENT, []), send_id][-SENT_REMEMBERED:]


def was_sent(request: HttpRequest) -> bool:
    """Whether the form that this draft is of has been sent already."""
    return request.POST.get("send_id", "") in request.session.get(_SENT, [])


def drafts_of(user: User) -> list[Draft]:
    """Everything this person has begun and not sent, newest first."""
    return list(Draft.objects.filter(user=user))


def remove_old(*, at: datetime) -> int:
    """Remove drafts that nobody touched for 30 days, whose writers were told of it a week before. How many there were."""
    # A worker that stood still for a month tells first, and leaves the week that was promised.
    old = Draft.objects.filter(saved_at__lt=at - KEPT_FOR, told_at__lte=at - TOLD_BEFORE)
    return old.delete()[0]


def nearly_old(*, at: datetime) -> list[Draft]:
    """Drafts that will be removed in a week and of which nobody was told yet, the oldest first."""
    old = Draft.objects.filter(saved_at__lte=at - KEPT_FOR + TOLD_BEFORE, told_at=None)
    return list(old.select_related("user__worker").order_by("saved_at", "pk"))


def note_told(draft: Draft, *, at: datetime) -> bool:
    """Say that its writer is told now. ``False`` where somebody was quicker, or it was touched or sent meanwhile."""
    return Draft.objects.filter(pk=draft.pk, told_at=None, saved_at=draft.saved_at).update(told_at=at) == 1


def removed_on(draft: Draft) -> datetime:
    """From when a draft of which its writer was told is removed, if nobody touches it."""
    return max(draft.saved_at + KEPT_FOR, (draft.told_at or draft.saved_at) + TOLD_BEFORE)


def as_query(draft: Draft) -> QueryDict:
    """The draft as a browser would send it."""
    query = QueryDict(mutable=True)
    for name, values in draft.data.items():
        query.setlist(name, values)
    return query


def owner_mark(user: User) -> str:
    """A signed mark for a form: whose words these are, even after they have been signed out."""
    # The session is over when this is needed, so the form itself has to say whose it is; signed, or anybody could leave a draft
    # in another's name.
    return signing.dumps(user.pk, salt="holdfast.draft")


def hold(request: HttpRequest) -> None:
    """Keep a form sent by somebody already signed out, until they sign in again. Only the same person gets it back."""
    key, mark = request.POST.get("draft_key", ""), request.POST.get("draft_owner", "")
    values = _values(request.POST)
    # Nobody is signed in here: what has no signature of ours, or is longer than a draft may be, is not kept for a stranger.
    if not key or _owner(mark) is None or sum(len(v) for many in values.values() for v in many) > LIMIT:
        return
    request.session[_HELD] = {"key": key, "mark": mark, "title": request.POST.get("draft_title", ""), "data": values}


def take_back(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Turn a form held from before the sign-in into a draft of the person who wrote it."""
    # Taken out whoever signs in: on a shared computer the next person must neither see it nor carry it on.
    held = request.session.pop(_HELD, None) if hasattr(request, "session") else None
    if held and _owner(held["mark"]) == user.pk:
        save(user, held["key"], held["data"], at=at, title=held["title"])


def _owner(mark: str) -> int | None:
    try:
        return int(signing.loads(mark, salt="holdfast.draft"))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def _values(data: QueryDict | Mapping[str, list[str]]) -> dict[str, list[str]]:
    lists = data.lists() if isinstance(data, QueryDict) else data.items()
    # PostgreSQL cannot hold a NUL character; nobody typed one on purpose.
    return {name: [value.replace("\x00", "") for value in values] for name, values in lists if name not in _NEVER_KEPT}
