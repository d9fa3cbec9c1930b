"""Choosing what to record: every type by area, what this role records most first, and a search that needs no script."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.decide import described
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.entries.links import child_url, record_home, record_url
from holdfast.pages.entries.presenters.type_meaning import in_short
from holdfast.pages.entries.queries.frequent_types import UNLISTED, most_used
from holdfast.pages.entries.record_entry import may_record, permission_for
from holdfast.record.read import people
from holdfast.vocabulary.catalogue import Described, catalogue


@dataclass(frozen=True)
class Listed:
    """One type on the list. ``words`` are what the search looks through."""

    title: str
    meaning: str
    url: str
    words: str


@dataclass(frozen=True)
class Area:
    """An area of practice and its types."""

    title: str
    anchor: str
    types: tuple[Listed, ...]


@page(permission=Permission.RECORD_SOMETHING)
def home(request: PageRequest) -> HttpResponse:
    """What happened? For a child to be named next, or named already in ``?child=``."""
    if request.GET.get("child"):
        return redirect(record_home(request.GET["child"]))
    return _list(request, None)


@page(permission=Permission.RECORD, child="child_id")
def for_child(request: PageRequest, child_id: str) -> HttpResponse:
    """What happened to this child?"""
    return _list(request, child_id)


def _list(request: PageRequest, child: str | None) -> HttpResponse:
    asked = request.GET.get("q", "").strip()
    allowed = [each for each in catalogue() if each.name not in UNLISTED and _may(request.user, each.name, child, request.at)]
    found = [each for each in allowed if _fits(each, asked)]
    first = most_used(request.user.worker, request.at, [each.name for each in allowed])
    by_name = {each.name: each for each in allowed}
    context = {
        "asked": asked,
        "child": child,
        "child_name": people([child], request.moment)[child].name if child else "",
        "back": child_url(child, request) if child else "",
        "usual": [] if asked else [_listed(by_name[name], child) for name in first],
        "areas": _by_area(found, child),
        "count": len(found),
    }
    return render(request, "entries/home.html", context)


def _may(user: User, type: str, child: str | None, at: datetime) -> bool:
    """Whether to list a type. Without a child yet, only what no tie could allow is left out."""
    permission = permission_for(type)
    if child is None or permission is Permission.RECORD:
        return bool(described(user).ties(permission))
    return may_record(user, type, child, at).allowed


def _fits(each: Described, asked: str) -> bool:
    words = _words(each)
    return all(part in words for part in asked.casefold().split())


def _words(each: Described) -> str:
    labels = " ".join(field.label for field in each.fields)
    return f"{each.title} {each.meaning} {each.area_title} {labels} {each.name.replace('_', ' ')}".casefold()


def _listed(each: Described, child: str | None) -> Listed:
    return Listed(each.title, in_short(each), record_url(each.name, child), _words(each))


def _by_area(found: list[Described], child: str | None) -> list[Area]:
    areas: dict[str, list[Described]] = {}
    for each in found:
        areas.setdefault(each.area, []).append(each)
    return [Area(types[0].area_title, area, tuple(_listed(each, child) for each in types)) for area, types in areas.items()]
