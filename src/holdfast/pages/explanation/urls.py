"""Addresses of the explanations."""

from django.urls import path

from holdfast.pages.explanation import views

app_name = "explanation"
prefix = "why/"
urlpatterns = [path("<str:child_id>/<str:rule_id>/", views.why, name="rule")]
