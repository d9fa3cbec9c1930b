"""Addresses of what is for one person, and of whatever has a reference."""

from django.urls import path

from holdfast.pages.for_you import views

app_name = "for_you"
prefix = ""
urlpatterns = [
    path("for-you/", views.home, name="home"),
    path("for-you/children/", views.children, name="children"),
    path("for-you/soon-due/<str:child_id>/<uuid:matter>/", views.soon_due, name="soon_due"),
    path("for-you/the-record/<uuid:matter>/", views.the_record, name="the_record"),
    path("r/", views.by_reference, name="by_reference"),
    # What a message outside leads to. The reference and nothing else: an address stays in a telephone's history.
    path("r/<str:written>/", views.referred, name="referred"),
]
