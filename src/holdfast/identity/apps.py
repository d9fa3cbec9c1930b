"""The Django application of identity."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Who is who."""

    name = "holdfast.identity"
    label = "identity"
    verbose_name = "Who is who"
