"""Choosing what to record: every type by area, what this role records most first, and a search that needs no script."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.http import HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.decide import described, may
from holdfast.access.entry_writers import OF_ITS_OWN, permissions_for
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.kernel.moment import Moment
from holdfast.pages.entries.links import child_url, record_home
from holdfast.pages.entries.presenters.type_list import by_area, mentions, type_link
from holdfast.pages.entries.queries.frequent_types import frequent_types
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
    may_list = _kinds(request.user, child, request.at)
    allowed = [each for each in catalogue() if each.name not in OF_ITS_OWN and may_list(each.name)]
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


def _kinds(user: User, child: str | None, at: datetime) -> Callable[[str], bool]:
    """Whether to list a type. Without a child yet, only what no tie could allow is left out."""

    # Once for each permission: to ask of each of two hundred types would read the family two hundred times.
    @cache
    def holds(permission: Permission) -> bool:
        if child is None or not permission.about_child:
            return bool(described(user).ties(permission))
        # ``RECORD`` was asked of this child already, by the page.
        return permission is Permission.RECORD or may(user, permission, child, Moment.live(at)).allowed

    return lambda type: any(map(holds, permissions_for(type)))
