"""Addresses of a person's own pages."""

from django.urls import path

from holdfast.pages.account import views

app_name = "account"
prefix = ""
urlpatterns = [
    path("", views.first_page, name="first_page"),
    path("your-account/", views.home, name="home"),
    path("still-here/", views.still_here, name="still_here"),
    path("drafts/save/", views.save_draft, name="save_draft"),
    path("drafts/discard/", views.discard_draft, name="discard_draft"),
]
