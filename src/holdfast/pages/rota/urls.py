"""Addresses of the duty rota."""

from django.urls import path

from holdfast.pages.rota import views

app_name = "rota"
prefix = "rota/"
urlpatterns = [
    path("", views.home, name="home"),
    path("gaps/<uuid:matter>/", views.gap, name="gap"),
    path("shifts/new/", views.SetShift.as_view(), name="new"),
    path("shifts/<int:shift_id>/", views.ChangeShift.as_view(), name="change"),
    path("shifts/<int:shift_id>/off/", views.take_off, name="off"),
]
