"""Who must know."""

from django.apps import AppConfig


class DutyConfig(AppConfig):
    """The Django app of the duty layer: absence and cover, the duty rota, and telling people who are at work."""

    name = "holdfast.duty"
    label = "duty"
    verbose_name = "Duty"
    default_auto_field = "django.db.models.BigAutoField"
