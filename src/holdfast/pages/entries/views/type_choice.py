"""Choosing what to record: every type by area, what this role records most first, and a search that needs no script."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.decide import described
from holdfast.access.entry_permissions import may_record, permission_for
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.entries.links import child_url, record_home
from holdfast.pages.entries.presenters.type_list import by_area, mentions, type_link
from holdfast.pages.entries.queries.frequent_types import UNLISTED, frequent_types
from holdfast.record.read import people
from holdfast.vocabulary.type_catalogue import catalogue


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
    found = [each for each in allowed if mentions(each, asked)]
    first = frequent_types(request.user.worker, request.at, [each.name for each in allowed])
    by_name = {each.name: each for each in allowed}
    context = {
        "asked": asked,
        "child": child,
        "child_name": people([child], request.moment)[child].name if child else "",
        "back": child_url(child, request) if child else "",
        "usual": [] if asked else [type_link(by_name[name], child) for name in first],
        "areas": by_area(found, child),
        "count": len(found),
    }
    return render(request, "entries/home.html", context)


def _may(user: User, type: str, child: str | None, at: datetime) -> bool:
    """Whether to list a type. Without a child yet, only what no tie could allow is left out."""
    permission = permission_for(type)
    # ``RECORD`` was asked of this child already, by the page. To ask it again for each of a hundred types would read the family a
    # hundred times.
    if child is None or permission is Permission.RECORD:
        return bool(described(user).ties(permission))
    return may_record(user, type, child, at).allowed
