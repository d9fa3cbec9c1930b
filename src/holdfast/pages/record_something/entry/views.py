"""The page of one entry, and the page after something was recorded."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.pages.record_something.circle import Circle
from holdfast.pages.record_something.entry.door import Opened, opened
from holdfast.pages.record_something.entry.following import Came, following
from holdfast.pages.record_something.entry.versions import Version, is_elsewhere, versions
from holdfast.pages.record_something.form import EntryForm
from holdfast.pages.record_something.links import (
    child_url,
    correct_url,
    entry_url,
    in_time,
    record_home,
    record_url,
    withdraw_url,
)
from holdfast.pages.record_something.meaning import in_short
from holdfast.pages.record_something.recording import may_put_right
from holdfast.record.models import EntryEnvelope
from holdfast.record.partnership_values import load_values
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.catalogue import describe
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references


@dataclass(frozen=True)
class Linked:
    """Another entry that names this one, or is named by it."""

    url: str
    when: str
    sentence: str


# The children are known only once the entry is read: entry/door.py decides, and records a look for each of them.
@page(permission=Permission.SIGNED_IN)
def entry(request: PageRequest, entry_id: UUID) -> HttpResponse:
    """What it says, every version of it, and what came of it."""
    found = opened(request, entry_id, "entry")
    if isinstance(found, HttpResponse):
        return found
    chain = versions(found.entry, found.known)
    shown = _shown(found, chain)
    context = {**_about(request, found, shown), **_versions(request, chain, found, shown)}
    return render(request, "record_something/entry.html", context)


@page(permission=Permission.SIGNED_IN)
def saved(request: PageRequest, entry_id: UUID) -> HttpResponse:
    """It is recorded: what it met, what it started, and how to put it right if it is wrong."""
    found = opened(request, entry_id, "saved")
    if isinstance(found, HttpResponse):
        return found
    child = found.entry.about[0] if found.entry.about else None
    again = {"again_url": record_url(found.entry.type, child), "home_url": record_home(child)}
    return render(request, "record_something/saved.html", {**_about(request, found, found.entry), **again})


def _shown(found: Opened, chain: list[Version]) -> Entry:
    """The version to show: the one asked for; for a withdrawal, what it took back."""
    if found.entry.withdraws is None:
        return found.entry
    return next((v.entry for v in reversed(chain) if v.entry.withdraws is None), found.entry)


def _about(request: PageRequest, found: Opened, shown: Entry) -> dict[str, object]:
    described, names = describe(shown.type), found.world.names
    ids = [each.entry.id for each in versions(shown, found.known)]
    envelope = EntryEnvelope.objects.select_related("organisation", "recorded_by").get(pk=shown.id)
    can = may_put_right(request.user, shown, request.at) and not request.in_the_past
    return {
        "entry": shown,
        "described": described,
        "meaning": in_short(described),
        "sentence": shown.data.sentence(names),
        "voice": _voice(shown),
        "voice_source": ", ".join(
            part for part in (names.person(getattr(shown.data, "child", "")), shown.happened.in_words()) if part
        ),
        "voice_of": names.person(getattr(shown.data, "child", "")) if _voice(shown) else "",
        "children": [{"name": names.person(id), "url": child_url(id, request)} for id in shown.about],
        "rows": _rows(request, found, shown),
        "by": envelope.recorded_by,
        "role": (envelope.recorded_by.role or "").replace("_", " ") if envelope.recorded_by else "",
        "organisation": envelope.organisation,
        "came": _came(found, shown, ids),
        "linked": _linked(request, found, ids),
        "page_url": entry_url(shown.id),
        "correct_url": correct_url(shown.id) if can and shown.type != "entry_withdrawn" else "",
        "withdraw_url": withdraw_url(shown.id) if can else "",
    }


def _versions(request: PageRequest, chain: list[Version], found: Opened, shown: Entry) -> dict[str, object]:
    current = next((each for each in chain if each.current), None)
    last = chain[-1]
    return {
        "versions": chain,
        "withdrawn": last if current is None and last.entry.withdraws is not None else None,
        "put_back_url": withdraw_url(last.entry.id) if last.entry.withdraws is not None else "",
        "newer": current if current is not None and current.entry.id != shown.id else None,
        "newer_url": in_time(entry_url(current.entry.id), request) if current is not None else "",
        "moved": current is not None and is_elsewhere(current.entry, shown),
        "asked_for": found.entry.id,
    }


def _voice(entry: Entry) -> str:
    """The child's own words, if that is what it holds."""
    data: EntryData = entry.data
    return str(getattr(data, "words", "")) if entry.type == "voice_recorded" else ""


def _rows(request: PageRequest, found: Opened, shown: Entry) -> list[dict[str, object]]:
    child = shown.about[0] if shown.about else None
    circle = Circle(child, found.world, request.moment, None, shown)
    form = EntryForm(describe(shown.type), circle, at=request.at)
    written = shown.data.written()
    return [
        {"label": question.label, "lines": question.told(written.get(str(question.path[-1])), found.world.names)}
        for question in form.data
        if not (question.name == "data-words" and _voice(shown))
    ]


def _came(found: Opened, shown: Entry, ids: list[str]) -> list[Came]:
    reader = CaseEvaluator(found.world, found.known.moment, load_values())
    return following(shown, ids, found.world, reader)


def _linked(request: PageRequest, found: Opened, ids: list[str]) -> list[Linked]:
    own = {each.value for each in references(found.entry.data) if each.kind == "entry"}
    linked = [
        each
        for each in found.known.entries
        if each.id not in ids
        and (each.id in own or any(ref.kind == "entry" and ref.value in ids for ref in references(each.data)))
    ]
    return [
        Linked(in_time(entry_url(each.id), request), each.happened.in_words(), each.data.sentence(found.world.names))
        for each in linked
    ]
