"""Addresses of the explanations."""

from django.urls import path

from holdfast.pages.why import views

app_name = "why"
urlpatterns = [path("<str:child_id>/<str:rule_id>/", views.why, name="rule")]
