"""Addresses of the standards and signals."""

from django.urls import path

from holdfast.pages.standards import views

app_name = "standards"
prefix = "standards/"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:rule_id>/", views.standard, name="standard"),
]
