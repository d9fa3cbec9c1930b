"""A partnership's own values, kept with who decided each and why. Rows are only ever added."""

from django.db import models


# Append-only like the ledger (migrations/0005): what a child's clock was judged by has to be there to be read for as long as the
# child's record is.
class LocalSetting(models.Model):
    """One value of one standard or signal, from a day on (:class:`holdfast.standards.local_values.LocalValue`)."""

    rule = models.CharField(max_length=60)
    name = models.CharField(max_length=60)
    value = models.JSONField(help_text="A number, or the code of a choice.")
    since = models.DateField(help_text="The first day it holds: what starts from then on is judged by it.")
    by = models.CharField(max_length=255, help_text="Who decided it.")
    why = models.TextField()
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=["rule"], name="local_setting_rule")]

    def __str__(self) -> str:
        return f"{self.rule} {self.name} from {self.since}"
