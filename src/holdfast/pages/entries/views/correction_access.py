"""The way to a correction or a withdrawal: only what stands can be put right, and by whoever may record it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.entry_permissions import may_put_right, may_readdress
from holdfast.access.web import PageRequest
from holdfast.pages import drafts
from holdfast.pages.entries.links import correct_url, entry_url, withdraw_url
from holdfast.pages.entries.queries.entry_world import OpenedEntry, standing_version
from holdfast.pages.entries.views.entry_access import open_entry
from holdfast.pages.entries.views.entry_form_view import NOT_IN_THE_PAST
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.entry import Entry


def to_put_right(request: PageRequest, entry_id: Any, page: str) -> OpenedEntry | HttpResponse:
    """The entry, if it stands and this person may put it right; else the page that says why not, or the version that does."""
    if request.in_the_past:
        return render(request, "holdfast/cannot_show.html", {"why": NOT_IN_THE_PAST}, status=400)
    found = open_entry(request, entry_id, page)
    if isinstance(found, HttpResponse):
        return found
    # Before anything else is asked: the second press of a button finds the entry put right already, by the first.
    if (sent := _sent_before(request, found.entry)) is not None:
        return redirect("entries:saved", sent) if page == "correct" else redirect(entry_url(found.entry.id))
    decision = may_put_right(request.user, found.entry, request.at)
    if not decision.allowed and not (page == "correct" and may_readdress(request.user, found.entry, request.at)):
        return render(request, "entries/not_yours.html", {"back": entry_url(found.entry.id), "decision": decision}, status=403)
    current = standing_version(found)
    # Not refused with what was typed thrown away: it waits as a draft, and the page says what happened meanwhile.
    if current is None:
        _keep(request, request.path)
        return render(request, "entries/withdrawn_already.html", {"back": entry_url(found.entry.id)}, status=409)
    if current.id != found.entry.id:
        newer = (correct_url if page == "correct" else withdraw_url)(current.id)
        _keep(request, newer)
        return redirect(newer)
    return found


def _sent_before(request: PageRequest, entry: Entry) -> str | None:
    """The id of what this very form has recorded already: a second press of the button is harmless."""
    try:
        sent = UUID(request.POST.get("send_id", ""))
    except ValueError:
        return None
    # Of the same person and this entry: an id from somewhere else must not lead to an entry that its sender may not see.
    there = EntryEnvelope.objects.filter(Q(corrects=entry.id) | Q(withdraws=entry.id), pk=sent, recorded_by=request.user.worker)
    return str(sent) if there.exists() else None


def _keep(request: PageRequest, address: str) -> None:
    """Somebody else put it right while this was being written: what was typed waits at the version that stands now."""
    if request.method != "POST":
        return
    drafts.save(request.user, address, request.POST, at=request.at, title="Putting an entry right")
    messages.warning(
        request,
        "Somebody else put this right while you were writing. Nothing you typed was recorded, and it is kept as a draft. "
        "Compare it with what the entry says now.",
    )
