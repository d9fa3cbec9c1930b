"""Every address: the pages, and signing in."""

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [path("account/", include("allauth.urls"))]

if find_spec("holdfast.pages.urls"):
    urlpatterns.append(path("", include("holdfast.pages.urls")))
