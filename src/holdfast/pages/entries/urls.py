"""Addresses of recording something, and of one entry."""

from django.urls import path

from holdfast.pages.entries.views import entry_correction, entry_page, entry_withdrawal, new_entry, type_choice

app_name = "entries"
# Two beginnings that people know, /record/ and /entry/, are one place.
prefix = ""
urlpatterns = [
    path("record/", type_choice.home, name="home"),
    path("record/for/<str:child_id>/", type_choice.for_child, name="for_child"),
    path("record/<slug:type_name>/", new_entry.RecordOrChoose.as_view(), name="choose_child"),
    path("record/<slug:type_name>/for/<str:child_id>/", new_entry.RecordForChild.as_view(), name="form"),
    path("entry/<uuid:entry_id>/", entry_page.entry, name="entry"),
    path("entry/<uuid:entry_id>/saved/", entry_page.saved, name="saved"),
    path("entry/<uuid:entry_id>/correct/", entry_correction.Correct.as_view(), name="correct"),
    path("entry/<uuid:entry_id>/withdraw/", entry_withdrawal.Withdraw.as_view(), name="withdraw"),
]
