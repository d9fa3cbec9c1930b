"""Who may open an entry. What it is about is only known once it is read, so the page's own door asks here."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.access.web import DeclaredPage, PageRequest, record_looks
from holdfast.engine.reference.record_view import RecordView
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_of, entry_by_id, world_around, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

CONCERNS = ("contact_received", "message_received")


@dataclass(frozen=True)
class Opened:
    """An entry that somebody may read, in the world it belongs to."""

    entry: Entry
    world: World
    known: RecordView


def permission_to_read(entry: Entry) -> Permission:
    """An entry about children is read by whoever may open one of them; a concern about nobody known yet by whoever may read
    it; an entry about a worker (who is away, who is back) by everybody with children to look for."""
    if entry.about:
        return Permission.SEE_CHILD
    return Permission.READ_CONCERN if entry.type in CONCERNS else Permission.FIND_CHILD


def opened(request: PageRequest, entry_id: UUID, page: str) -> Opened | HttpResponse:
    """The entry, or the page that says why not. A look is recorded for every child it is about. Raises ``Http404``."""
    try:
        entry = entry_by_id(str(entry_id))
    except EntryEnvelope.DoesNotExist as absent:
        raise Http404("there is no such entry") from absent
    permission = permission_to_read(entry)
    decision = may(request.user, permission, None, request.moment, entry=entry.id if permission.about_child else None)
    record_looks(request, DeclaredPage(f"holdfast.pages.entries.views.{page}", permission, entry="entry_id"), decision)
    if not decision.allowed:
        return render(request, "holdfast/refused.html", {"decision": decision, "permission": permission}, status=403)
    if entry.recorded_at > request.moment.known_at:
        why = "This had not been recorded yet on the day you are looking at."
        return render(request, "holdfast/cannot_show.html", {"why": why}, status=404)
    return _in_its_world(entry, request)


def _in_its_world(entry: Entry, request: PageRequest) -> Opened:
    if entry.about:
        world = world_around(entry.about[0], request.moment)
    else:
        world = world_of((), entries_of((entry.type, "entry_withdrawn"), request.moment), request.moment)
    return Opened(entry, world, RecordView(world, request.moment))
