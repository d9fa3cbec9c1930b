"""Addresses of the night."""

from django.urls import path

from holdfast.pages.tonight import views

app_name = "tonight"
prefix = "tonight/"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:child_id>/", views.child, name="child"),
    path("<str:child_id>/what-i-did/", views.RecordNightWork.as_view(), name="did"),
]
