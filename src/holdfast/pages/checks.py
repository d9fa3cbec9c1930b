"""What is checked of the pages before any is served: everything declared can be reached, and nothing leads nowhere.

``manage.py check`` runs these, as Django does before it migrates or serves; a test runs them too.
"""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.checks import Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

import holdfast.pages
from holdfast.access.web import declared_pages
from holdfast.pages import navigation

FOLDER = Path(__file__).parent
NAMED = re.compile(r"""["']([a-z_]+/[a-z_/]+\.html)["']""")
"""A template named in full, in Python or in another template."""


@register
def every_page_has_an_address(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A view declared with ``@page`` to which no address leads does not exist for anybody."""
    # A view in a module that nothing imports has not declared itself: it is exactly the one that somebody forgot.
    for module in pkgutil.walk_packages(holdfast.pages.__path__, "holdfast.pages."):
        import_module(module.name)
    reached = {getattr(each.callback, "declared_page", None) for each in _addresses(get_resolver().url_patterns)}
    # Those of tests are left out: they have addresses only while their test runs.
    missing = [page for page in declared_pages() if page.name.startswith("holdfast.pages.") and page not in reached]
    return [Error(f"{page.name} is declared as a page and no address leads to it: {_to_add(page.name)}") for page in missing]


def _addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns)
        else:
            yield pattern


def _to_add(name: str) -> str:
    place, view = name.split(".")[2], name.rsplit(".", 1)[-1]
    called = f"{view}.as_view()" if view[:1].isupper() else view
    return f'add path("…/", {called}, name="…") to pages/{place}/urls.py.'


@register
def every_place_of_the_navigation_is_there(app_configs: Any, **kwargs: Any) -> list[Error]:
    """What the navigation shows, and where somebody lands after signing in, are addresses that exist."""
    shown = {place.view: f"The navigation shows “{place.title}”" for place in navigation.PLACES}
    landed = {view: f"{role} lands there after signing in" for role, views in navigation.HOMES.items() for view in views}
    ordinary = dict.fromkeys(navigation.ORDINARY_HOME, "Everybody else lands there after signing in")
    found = []
    for view, why in {**ordinary, **landed, **shown}.items():
        try:
            reverse(view)
        except NoReverseMatch:
            found.append(Error(f"{why}, and no address is named {view}: put its name right in pages/navigation.py."))
    return found


@register
def every_template_that_is_named_is_there(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A template that a view or another template names stands where it is looked for."""
    # Read as text, because a template is only looked for when a page is drawn: one behind a rare choice is missed by every
    # walk.
    named = {
        name: file
        for file in (*FOLDER.rglob("*.py"), *FOLDER.rglob("*.html"))
        for name in NAMED.findall(file.read_text(encoding="utf-8"))
    }
    found = []
    for name, file in sorted(named.items()):
        try:
            get_template(name)
        except TemplateDoesNotExist:
            place = name.split("/")[0]
            found.append(Error(f"{file.relative_to(FOLDER)} names {name}: write it at pages/{place}/templates/{name}."))
    return found
