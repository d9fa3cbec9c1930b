"""What templates ask for: who is looking, where they may go, and how a date is said."""

from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString

from holdfast.access.decide import may
from holdfast.access.moments import attach_moment
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import role_of
from holdfast.pages import date_phrases, must_not_know, navigation, partnership
from holdfast.pages.forms import form_groups
from holdfast.record.models import InventedRecord

register = template.Library()

register.filter("day", date_phrases.day)
register.filter("short_day", date_phrases.short_day)
register.filter("clock", date_phrases.clock)
register.filter("instant", date_phrases.instant)
register.filter("when", date_phrases.when)


def _request(context: template.Context) -> HttpRequest | None:
    request = context.get("request")
    # allauth's pages, and those that say what went wrong, use the frame without having come through the door of @page.
    if request is not None and not hasattr(request, "moment"):
        attach_moment(request)
    return request


@register.simple_tag(takes_context=True)
def ago(context: template.Context, value: date | datetime | None) -> str:
    """How long ago, counted from the moment the page is read at."""
    request = _request(context)
    return date_phrases.how_long_ago(value, request.moment.as_at) if request is not None else date_phrases.short_day(value)  # type: ignore[attr-defined]


@register.simple_tag(takes_context=True)
def frame(context: template.Context) -> dict[str, Any]:
    """Everything the frame of a page needs: who, where they may go, whether they are looking at the past."""
    request = _request(context)
    user = getattr(request, "user", None)
    known = user if user is not None and user.is_authenticated else None
    path = request.path if request is not None else ""
    places = navigation.places_for(known, request.moment) if known is not None and request is not None else []  # type: ignore[attr-defined]
    return {
        "user": known,
        "role": known.worker.role and role_of(known.worker.role).title if known is not None and known.worker else "",
        "places": places,
        "path": path,
        # The place whose address the page's begins with; the longest, because one place can lie inside another.
        "here": max((place.url for place in places if path.startswith(place.url)), key=len, default=""),
        "moment": getattr(request, "moment", None),
        "in_the_past": getattr(request, "in_the_past", False),
        # By the database and by no setting: a copy of a demonstration says what it is wherever it is opened.
        "invented": InventedRecord.objects.exists(),
        "partnership": partnership.here(),
        "seconds": settings.SESSION_COOKIE_AGE,
    }


@register.inclusion_tag("holdfast/components/must_not_know.html", takes_context=True)
def must_not_know_banner(context: template.Context) -> dict[str, Any]:
    """Who must not know what about the children of this page; nothing on a page about no child."""
    request = context.get("request")
    return {"lines": must_not_know.must_not_know(request) if hasattr(request, "warned_about") else [], "request": request}


@register.simple_tag(takes_context=True)
def may_i(context: template.Context, permission: str, child: str | None = None) -> bool:
    """``{% may_i "see_child" child.id as can %}``: whether to show a link. The page behind it decides again."""
    request = _request(context)
    # The pages for what went wrong are drawn for people who are signed out as well.
    if request is None or not request.user.is_authenticated:
        return False
    return may(request.user, Permission(permission), child, request.moment).allowed  # type: ignore[attr-defined, arg-type]


@register.simple_tag(takes_context=True)
def to(context: template.Context, view: str, *args: Any, **kwargs: Any) -> str:
    """``{% to "child:page" child.id %}``: an address that stays in the past while the reader is in the past."""
    request = _request(context)
    address = reverse(view, args=args, kwargs=kwargs)
    if request is None or not getattr(request, "in_the_past", False):
        return address
    # Only the moment goes along: filters and searches belong to the page they were asked on.
    kept = request.GET.copy()
    for name in list(kept):
        if name not in ("as_at", "known_at"):
            del kept[name]
    return f"{address}?{kept.urlencode()}"


@register.simple_tag
def field(bound: BoundField, **options: Any) -> SafeString:
    """``{% field form.name %}``: one GOV.UK form group, for any Django form."""
    return form_groups.field(bound, **options)


@register.inclusion_tag("holdfast/forms/error_summary.html")
def error_summary(*forms: Any) -> dict[str, Any]:
    """``{% error_summary form %}``: the list of what to put right, with a link to each. Empty when nothing is wrong."""
    return {"errors": [error for form in forms for error in form_groups.errors(form)]}


@register.simple_tag
def child_words(text: str, source: str = "", who: str = "", *, small: bool = False) -> SafeString:
    """``{% child_words view.words source="told to Priya Nair, 2 Nov 2018" who="Ava" %}``: the words as they were said."""
    template_ = get_template("holdfast/components/words.html")
    return template_.render({"text": text, "source": source, "who": who, "small": small})  # type: ignore[return-value]
