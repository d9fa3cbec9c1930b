"""Reporting a concern, following it, and deciding about it. A concern that is being told lives under ``new/``, by the id that
its entry will have; one that was sent, by that id."""

from django.urls import path

from holdfast.pages.concern import deciding_views, following_views, telling_views

app_name = "concern"
prefix = "report-a-concern/"
urlpatterns = [
    path("", telling_views.start, name="start"),
    path("new/<uuid:concern_id>/", telling_views.resume, name="resume"),
    path("new/<uuid:concern_id>/children/", telling_views.Children.as_view(), name="children"),
    path("new/<uuid:concern_id>/safety/", telling_views.Safety.as_view(), name="safety"),
    path("new/<uuid:concern_id>/what-happened/", telling_views.Happened.as_view(), name="happened"),
    path("new/<uuid:concern_id>/check/", telling_views.check, name="check"),
    path("new/<uuid:concern_id>/throw-away/", telling_views.throw_away, name="throw_away"),
    path("mine/", following_views.mine, name="mine"),
    path("<uuid:contact_id>/", deciding_views.Decide.as_view(), name="one"),
    path("<uuid:contact_id>/reply/", deciding_views.Reply.as_view(), name="reply"),
    path("<uuid:contact_id>/sent/", following_views.sent, name="sent"),
    path("<uuid:contact_id>/tell/", deciding_views.Tell.as_view(), name="tell"),
    path("<uuid:contact_id>/disagreements/<uuid:disagreement_id>/", deciding_views.AnswerDisagreement.as_view(), name="answer"),
    path("<uuid:contact_id>/mine/", following_views.followed, name="followed"),
    path("<uuid:contact_id>/more/", following_views.AddMore.as_view(), name="more"),
    path("<uuid:contact_id>/disagree/", following_views.Disagree.as_view(), name="disagree"),
]
