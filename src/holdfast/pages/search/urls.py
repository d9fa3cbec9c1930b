"""The address of finding a child."""

from django.urls import path

from holdfast.pages.search import views

app_name = "search"
prefix = "children/find/"
urlpatterns = [path("", views.search, name="home")]
