"""What people see."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The Django app of the pages: templates, static files and the drafts people have not sent yet."""

    name = "holdfast.pages"
    label = "pages"
    default_auto_field = "django.db.models.BigAutoField"
