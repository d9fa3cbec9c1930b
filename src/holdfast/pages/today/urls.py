"""Addresses of Today."""

from django.urls import path

from holdfast.pages.today import answering_views, away_views, views

app_name = "today"
prefix = "today/"
urlpatterns = [
    path("", views.home, name="home"),
    path("lists/<slug:which>/", views.team_list, name="list"),
    path("team/<str:worker_id>/", views.worker, name="worker"),
    path("partnership/<slug:rule>/", views.rule, name="rule"),
    path("answer/<str:child_id>/<uuid:alert_id>/", answering_views.Answer.as_view(), name="answer"),
    path("messages/<str:child_id>/<uuid:message_id>/", answering_views.Message.as_view(), name="message"),
    path("away/<str:worker_id>/", away_views.Away.as_view(), name="away"),
    path("away/<str:worker_id>/cover/", away_views.cover, name="cover"),
    path("away/<str:worker_id>/back/", away_views.back, name="back"),
]
