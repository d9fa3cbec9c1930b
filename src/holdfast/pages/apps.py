"""What people see."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The Django app of the pages: templates, static files and the drafts people have not sent yet."""

    name = "holdfast.pages"
    label = "pages"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the pages checked before any is served."""
        # Imported only now: the checks import every page, and pages need the models, which Django is still loading above.
        from holdfast.pages import checks  # noqa: F401
