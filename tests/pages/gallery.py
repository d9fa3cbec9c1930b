"""Every component on one page, to be looked at and checked."""

from datetime import UTC, date, datetime
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from holdfast.config.urls import urlpatterns as every_address
from holdfast.kernel.when import When

PAGE = Path(__file__).with_suffix(".html")


def gallery(request: HttpRequest) -> HttpResponse:
    """All of them, with things to say in them."""
    said = {
        "words": "I want to sleep at Nana’s.\nIt is warm there and she has a cat.",
        "evidence": [{"url": "/", "text": "core group of 5 Oct 2018"}, {"url": "/", "text": "core group of 2 Nov 2018"}],
        "states": ["overdue", "due_soon", "running", "met", "met_late", "not_required", "cannot_tell"],
        "day": date(2018, 11, 2),
        "happened": When.parse("2018-11-02"),
        "at": datetime(2018, 11, 5, 9, 10, tzinfo=UTC),
    }
    return HttpResponse(engines["django"].from_string(PAGE.read_text()).render(said, request))


urlpatterns: list[URLPattern | URLResolver] = [path("gallery/", gallery), *every_address]
