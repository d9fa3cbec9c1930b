"""Who may open an entry. What it is about is only known once it is read, so the page's own door asks here."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from holdfast.access.decide import Decision, may
from holdfast.access.entry_readers import Reader, may_read
from holdfast.access.permissions import Permission
from holdfast.access.web import DeclaredPage, PageRequest, note_decision, record_looks
from holdfast.pages.entries.queries.entry_world import OpenedEntry, in_its_world
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry

KEPT = Decision(
    False,
    reason="You may see this child, and this entry is not for you: it was told in confidence, or is legal advice.",
    next="Ask whoever recorded it, or the child’s social worker, and say what you need it for.",
)
CONCERNS = ("contact_received", "message_received")


def permission_to_read(entry: Entry) -> Permission:
    """An entry about children is read by whoever may open one of them; a concern about nobody known yet by whoever may read
    it; an entry about a worker (who is away, who is back) by everybody with children to look for."""
    if entry.about:
        return Permission.SEE_CHILD
    return Permission.READ_CONCERN if entry.type in CONCERNS else Permission.FIND_CHILD


def open_entry(request: PageRequest, entry_id: UUID, page: str) -> OpenedEntry | HttpResponse:
    """The entry, or the page that says why not. A look is recorded for every child it is about. Raises ``Http404``."""
    try:
        entry = entry_by_id(str(entry_id))
    except EntryEnvelope.DoesNotExist as absent:
        raise Http404("there is no such entry") from absent
    permission = permission_to_read(entry)
    decision = may(request.user, permission, None, request.moment, entry=entry.id if permission.about_child else None)
    # Before the answer, and for a refusal too: who tried to read about a child is what a look is kept for.
    declared = DeclaredPage(f"holdfast.pages.entries.views.{page}", permission, entry="entry_id")
    record_looks(request, declared, decision)
    note_decision(request, declared, decision)
    if not decision.allowed:
        return render(request, "holdfast/refused.html", {"decision": decision, "permission": permission}, status=403)
    if not may_read(entry, Reader(request.user, request.moment, admitted=decision.children)):
        return render(request, "holdfast/refused.html", {"decision": KEPT, "permission": permission}, status=403)
    # After the permission: when something was recorded is part of what it says, and is told to nobody who may not read it.
    if entry.recorded_at > request.moment.known_at:
        why = "This had not been recorded yet on the day you are looking at."
        return render(request, "holdfast/cannot_show.html", {"why": why}, status=404)
    return in_its_world(entry, request.user.worker, request.moment)
