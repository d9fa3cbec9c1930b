"""Addresses of one entry."""

from django.urls import path

from holdfast.pages.record_something.entry import putting_right, views

app_name = "entry"
prefix = "entry/"
urlpatterns = [
    path("<uuid:entry_id>/", views.entry, name="page"),
    path("<uuid:entry_id>/saved/", views.saved, name="saved"),
    path("<uuid:entry_id>/correct/", putting_right.Correct.as_view(), name="correct"),
    path("<uuid:entry_id>/withdraw/", putting_right.Withdraw.as_view(), name="withdraw"),
]
