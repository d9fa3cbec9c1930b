"""Signing in and out."""

from django.urls import path

from holdfast.pages.sign_in import views

app_name = "sign_in"
prefix = "sign-in/"
urlpatterns = [
    path("", views.start, name="start"),
    path("as/", views.demo_sign_in, name="as_somebody"),
    path("out/", views.out, name="out"),
]
