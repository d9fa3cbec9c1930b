"""Every page: each place brings its own addresses in its ``urls.py``, under its own name (``today:home``, ``child:page``)."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from holdfast.pages import account, drafts_view

_PLACES = {
    "sign-in/": "sign_in",
    "report-a-concern/": "contacts",
    "today/": "today",
    "children/": "child",
    "families/": "family",
    "tonight/": "tonight",
    "record/": "record_something",
    "entry/": "record_something.entry",
    "standards/": "explain",
    "own-values/": "values",
    "why/": "why",
}

_OWN = [
    path("", account.home, name="home"),
    path("your-account/", account.account, name="account"),
    path("still-here/", account.still_here, name="still_here"),
    path("drafts/save/", drafts_view.save, name="save_draft"),
    path("drafts/discard/", drafts_view.discard, name="discard_draft"),
]

urlpatterns: list[URLPattern | URLResolver] = [path("", include((_OWN, "pages")))]
urlpatterns += [
    path(prefix, include(f"holdfast.pages.{place}.urls"))
    for prefix, place in _PLACES.items()
    if find_spec(f"holdfast.pages.{place}") and find_spec(f"holdfast.pages.{place}.urls")
]
