"""Every page: each place brings its own addresses in its ``urls.py``, under its own name (``today:home``, ``child:page``)."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

_PLACES = {
    "": "account",
    "sign-in/": "sign_in",
    "report-a-concern/": "concern",
    "today/": "today",
    "children/find/": "search",
    "children/": "child",
    "families/": "family",
    "tonight/": "tonight",
    "record/": "record_something",
    "entry/": "record_something.entry",
    "standards/": "standards",
    "own-values/": "local_values",
    "why/": "explanation",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(f"holdfast.pages.{place}.urls"))
    for prefix, place in _PLACES.items()
    if find_spec(f"holdfast.pages.{place}") and find_spec(f"holdfast.pages.{place}.urls")
]
