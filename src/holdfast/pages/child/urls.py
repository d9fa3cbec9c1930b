"""Addresses of a child's page and of finding one."""

from django.urls import path

from holdfast.pages.child import views
from holdfast.pages.find import views as find

app_name = "child"
urlpatterns = [
    path("find/", find.find, name="find"),
    path("<str:child_id>/", views.child_page, name="page"),
]
