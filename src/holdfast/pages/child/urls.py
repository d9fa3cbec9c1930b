"""Addresses of a child's page."""

from django.urls import path

from holdfast.pages.child import views

app_name = "child"
prefix = "children/"
urlpatterns = [path("<str:child_id>/", views.child_page, name="page")]
