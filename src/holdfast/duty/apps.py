"""Who must know."""

from django.apps import AppConfig


class DutyConfig(AppConfig):
    """The Django app of the duty layer: absence and cover, the duty rota, and telling people who are at work."""

    name = "holdfast.duty"
    label = "duty"
    verbose_name = "Duty"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the access layer what the duty layer knows: access is below it and may not ask."""
        # Imported only now: both need the models, which Django is still loading when it reads this file.
        from holdfast.access.tie_basis import provides, provides_of_matter
        from holdfast.access.ties import Tie
        from holdfast.duty.access_ties import holds, on_duty, put_to, told

        provides(Tie.ON_DUTY, on_duty)
        provides(Tie.TOLD, told)
        provides_of_matter(Tie.PUT_TO_YOU, put_to)
        provides_of_matter(Tie.HOLDS, holds)
