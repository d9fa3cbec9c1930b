"""Addresses of what is stated of a person."""

from django.urls import path

from holdfast.pages.people import views

app_name = "people"
prefix = "person/"
urlpatterns = [
    path("<str:person_id>/", views.person, name="person"),
    path("<str:person_id>/state/<str:kind>/", views.StateFact.as_view(), name="state"),
    path("<str:person_id>/<uuid:fact_id>/correct/", views.CorrectFact.as_view(), name="correct"),
    path("<str:person_id>/<uuid:fact_id>/take-back/", views.TakeBackFact.as_view(), name="take_back"),
    path("<str:person_id>/<uuid:fact_id>/checked/", views.checked, name="checked"),
]
