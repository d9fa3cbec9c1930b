"""Every address: the pages, and signing in."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("holdfast.pages.urls")),
]
