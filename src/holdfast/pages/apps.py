"""What people see."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The Django app of the pages: templates, static files and the drafts people have not sent yet."""

    name = "holdfast.pages"
    label = "pages"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the access layer what the duty layer knows: access is below it and may not ask."""
        from holdfast.access.ties import Tie, provides
        from holdfast.duty.access_ties import on_duty, told

        provides(Tie.ON_DUTY, on_duty)
        provides(Tie.TOLD, told)
