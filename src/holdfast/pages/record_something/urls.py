"""Addresses of recording something."""

from django.urls import path

from holdfast.pages.record_something import home, views

app_name = "record_something"
prefix = "record/"
urlpatterns = [
    path("", home.home, name="home"),
    path("for/<str:child_id>/", home.for_child, name="for_child"),
    path("<slug:type_name>/", views.RecordOrChoose.as_view(), name="choose_child"),
    path("<slug:type_name>/for/<str:child_id>/", views.RecordForChild.as_view(), name="form"),
]
