"""Addresses of a partnership's own values."""

from django.urls import path

from holdfast.pages.values import views

app_name = "values"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:rule_id>/", views.SetValue.as_view(), name="set"),
]
