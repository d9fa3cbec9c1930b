"""Who may see and do what."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The Django app of the access layer: people who sign in, and every look they take at a child."""

    name = "holdfast.access"
    label = "access"
    verbose_name = "Access"
    default_auto_field = "django.db.models.BigAutoField"
