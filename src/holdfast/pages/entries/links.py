"""Addresses that other pages link to. Build them here, so that nobody writes one by hand."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, reverse


def record_home(child: str | None = None) -> str:
    """Choose what to record; for one child, if one is named."""
    return reverse("entries:for_child", args=[child]) if child else reverse("entries:home")


def record_url(type: str, child: str | None = None, **known: Any) -> str:
    """The form for one entry type, for one child if named. ``known`` fills fields in beforehand, by their name in the entry's
    data: ``record_url("contact_decided", child, contact=contact_id)``; a list fills several. Dates are given as
    ``happened="2018-11-02"``; ``about=[…]`` ticks others beside the child. A name that is a Python word takes an underscore
    (``from_``). Nothing is recorded by following the link."""
    # Without a child the same type asks for one first, and keeps what was filled in.
    address = reverse("entries:form", args=[type, child]) if child else reverse("entries:choose_child", args=[type])
    return _with(address, {name.rstrip("_"): value for name, value in known.items()})


def entry_url(id: str) -> str:
    """The page of one entry."""
    return reverse("entries:entry", args=[str(id)])


def correct_url(id: str) -> str:
    """The form that puts one entry right, filled in with what it says."""
    return reverse("entries:correct", args=[str(id)])


def withdraw_url(id: str) -> str:
    """The form that takes one entry back."""
    return reverse("entries:withdraw", args=[str(id)])


def standard_url(id: str) -> str:
    """The page that explains one standard or signal: what it asks, by when, and who says so."""
    return reverse("standards:standard", args=[id])


def child_url(id: str, request: HttpRequest | None = None) -> str:
    """A child's page, at the moment that ``request`` reads; nothing while that place is not in this installation."""
    try:
        return at_moment(reverse("child:page", args=[id]), request)
    except NoReverseMatch:
        return ""


def find_url() -> str:
    """The page that finds a child; nothing while that place is not in this installation."""
    try:
        return reverse("search:home")
    except NoReverseMatch:
        return ""


def at_moment(address: str, request: HttpRequest | None) -> str:
    """An address that stays in the past while its reader is in the past."""
    # Without this a reader who looks at what was known last year would come back to now by the next link, and not notice.
    if request is None or not getattr(request, "in_the_past", False):
        return address
    return _with(address, {name: request.GET.get(name) for name in ("as_at", "known_at")})


def _with(address: str, asked: dict[str, Any]) -> str:
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        if value is not None:
            query.setlist(name, [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)])
    return f"{address}?{query.urlencode()}" if query else address
