"""Addresses of a partnership's own values."""

from django.urls import path

from holdfast.pages.local_values import views

app_name = "local_values"
prefix = "own-values/"
urlpatterns = [
    path("", views.home, name="home"),
    path("hours/", views.SetWorkingHours.as_view(), name="hours"),
    path("<str:rule_id>/", views.SetLocalValue.as_view(), name="set"),
]
