"""Addresses of Today."""

from django.urls import path

from holdfast.pages.worklists.views import absence_and_cover, alert_answer, message_reply, worklist

app_name = "worklists"
prefix = "today/"

urlpatterns = [
    path("", worklist.home, name="home"),
    path("lists/<slug:which>/", worklist.team_list, name="list"),
    path("team/<str:worker_id>/", worklist.worker, name="worker"),
    path("partnership/<slug:rule>/", worklist.rule, name="rule"),
    path("answer/<str:child_id>/<uuid:alert_id>/", alert_answer.AlertAnswer.as_view(), name="answer"),
    path("messages/<uuid:message_id>/", message_reply.MessageReply.as_view(), name="message"),
    path("away/<str:worker_id>/", absence_and_cover.RecordAbsence.as_view(), name="away"),
    path("away/<str:worker_id>/cover/", absence_and_cover.cover, name="cover"),
    path("away/<str:worker_id>/back/", absence_and_cover.back, name="back"),
]
