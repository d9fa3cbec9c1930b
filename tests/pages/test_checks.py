"""A page that nobody can reach, and a link that leads nowhere, fail with a sentence that says what to do."""

from pathlib import Path
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from holdfast.access import web
from holdfast.access.permissions import Permission
from holdfast.pages import checks, navigation
from holdfast.pages.navigation import Place
from holdfast.pages.urls import prefix_of


def test_every_page_can_be_reached_and_nothing_leads_nowhere() -> None:
    assert checks.every_page_has_an_address(None) == []
    assert checks.every_place_of_the_navigation_is_there(None) == []
    assert checks.every_template_that_is_named_is_there(None) == []


def test_a_page_to_which_no_address_leads_is_told_where_to_add_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_DECLARED", dict(web._DECLARED))

    def forgotten(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    forgotten.__module__, forgotten.__qualname__ = "holdfast.pages.child.views", "forgotten"
    web.page(permission=Permission.SIGNED_IN)(forgotten)
    (error,) = checks.every_page_has_an_address(None)
    assert error.msg == (
        "holdfast.pages.child.views.forgotten is declared as a page and no address leads to it: "
        'add path("…/", forgotten, name="…") to pages/child/urls.py.'
    )


def test_a_place_of_the_navigation_that_has_no_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "PLACES", (*navigation.PLACES, Place("Maps", "maps:home", Permission.SIGNED_IN)))
    (error,) = checks.every_place_of_the_navigation_is_there(None)
    assert error.msg == (
        "The navigation shows “Maps”, and no address is named maps:home: put its name right in pages/navigation.py."
    )


def test_a_template_that_is_not_there_is_named_with_where_to_write_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text('render(request, "maps/home.html")')
    monkeypatch.setattr(checks, "FOLDER", tmp_path)
    (error,) = checks.every_template_that_is_named_is_there(None)
    assert error.msg == "views.py names maps/home.html: write it at pages/maps/templates/maps/home.html."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"app_name": "maps"}, 'add prefix = "maps/"'),
        ({"app_name": "maps", "prefix": "maps"}, "it ends in a stroke"),
        ({"prefix": "maps/"}, 'set app_name = "maps"'),
        ({"app_name": "charts", "prefix": "maps/"}, 'set app_name = "maps"'),
    ],
)
def test_the_addresses_of_a_place_that_leave_something_out_are_refused(said: dict[str, str], sentence: str) -> None:
    urls = ModuleType("holdfast.pages.maps.urls")
    vars(urls).update(said)
    with pytest.raises(ImproperlyConfigured, match=sentence.replace("(", r"\(")):
        prefix_of(urls)
