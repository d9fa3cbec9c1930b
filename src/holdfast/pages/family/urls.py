"""Addresses of the family's page."""

from django.urls import path

from holdfast.pages.family import views

app_name = "family"
prefix = "families/"
urlpatterns = [path("<str:child_id>/", views.family_page, name="page")]
