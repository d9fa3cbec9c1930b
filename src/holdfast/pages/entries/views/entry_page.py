"""The page of one entry, and the page after something was recorded."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from holdfast.access.entry_permissions import may_put_right, may_readdress
from holdfast.access.entry_readers import Reader, may_read, opens
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.history_line import HistoryLine
from holdfast.pages.child.queries.children_seen import children_seen
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.links import correct_url, record_home, record_url, withdraw_url
from holdfast.pages.entries.presenters.entry_effects import EntryEffect, effects
from holdfast.pages.entries.presenters.entry_summary import (
    answer_rows,
    linked,
    recorded_by,
    shown_version,
    summary,
    version_notice,
)
from holdfast.pages.entries.presenters.version_list import versions
from holdfast.pages.entries.queries.entry_world import OpenedEntry, linked_entries
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.pages.entries.queries.touched_lines import touched_lines
from holdfast.pages.entries.views.entry_access import open_entry
from holdfast.record.models import EntryEnvelope
from holdfast.record.partnership_values import load_values
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_catalogue import describe


# The children are known only once the entry is read: entry_access.py decides, and records a look for each of them.
@page(permission=Permission.SIGNED_IN)
def entry(request: PageRequest, entry_id: UUID) -> HttpResponse:
    """What it says, every version of it, and what came of it."""
    found = open_entry(request, entry_id, "entry")
    if isinstance(found, HttpResponse):
        return found
    chain = versions(found.entry, found.known)
    shown = shown_version(found.entry, chain)
    context = {**_context(request, found, shown), **version_notice(chain, found.entry, shown, request)}
    return render(request, "entries/entry.html", context)


@page(permission=Permission.SIGNED_IN)
def saved(request: PageRequest, entry_id: UUID) -> HttpResponse:
    """It is recorded: what it met, what it started, and how to put it right if it is wrong."""
    found = open_entry(request, entry_id, "saved")
    if isinstance(found, HttpResponse):
        return found
    child = found.entry.about[0] if found.entry.about else None
    again = {"again_url": record_url(found.entry.type, child), "home_url": record_home(child)}
    return render(request, "entries/saved.html", {**_context(request, found, found.entry), **again})


def _context(request: PageRequest, found: OpenedEntry, shown: Entry) -> dict[str, object]:
    # Leave to read what is about two brothers is leave to see one of them: the other's page and what came of it there are asked.
    seen = children_seen(request, shown.about)
    names, reader = found.world.names, Reader(request.user, request.moment, admitted=seen)
    # Every id it was ever known under: a clock keeps the id of the version that started it, and so does an entry that names it.
    ids = [each.entry.id for each in versions(shown, found.known)]
    envelope = EntryEnvelope.objects.select_related("organisation", "recorded_by").get(pk=shown.id)
    may = may_put_right(request.user, shown, request.at)
    can = may.allowed and not request.in_the_past
    corrects = can or (not request.in_the_past and may_readdress(request.user, shown, request.at))
    references = ReferenceChoices(shown.about[0] if shown.about else None, found.world, request.moment, None, shown)
    form = EntryForm(describe(shown.type), references, at=request.at)
    return {
        **summary(shown, names, request, seen),
        **recorded_by(envelope),
        "rows": answer_rows(shown, form.data, names),
        "effects": _effects(found, shown, ids, reader),
        "linked": linked(_read_and_opened(linked_entries(found, ids), reader), names, request),
        "correct_url": correct_url(shown.id) if corrects and shown.type != "entry_withdrawn" else "",
        "withdraw_url": withdraw_url(shown.id) if can else "",
        "wrong": "" if may.allowed else f"{may.reason} {may.next}",
    }


def _read_and_opened(entries: list[Entry], reader: Reader) -> list[Entry]:
    return [each for each in entries if may_read(each, reader) and opens(each, reader)]


def _effects(found: OpenedEntry, shown: Entry, ids: list[str], reader: Reader) -> list[EntryEffect]:
    evaluator = CaseEvaluator(found.world, found.known.moment, load_values())
    touched = [(child, line) for child, line in touched_lines(shown, evaluator) if reader.tied_to(child)]
    # What came of it together with an entry that is not theirs says what that entry says.
    if not reader.reads_every_kind:
        touched = [(child, line) for child, line in touched if _is_theirs(line, found, reader)]
    return effects({shown.id, *ids}, touched, found.world, found.known.moment.as_at)


def _is_theirs(line: HistoryLine, found: OpenedEntry, reader: Reader) -> bool:
    what = line.what
    rests_on = {what.trigger, what.met_by, what.excused_by} if isinstance(what, Clock) else set(what.evidence)
    return all(may_read(entry, reader) for entry in found.world.entries if entry.id in rests_on)
