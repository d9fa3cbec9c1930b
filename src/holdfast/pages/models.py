"""What people have begun to write and not sent."""

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """One person's unsent form. Only they see it; it is not part of the record, and sending or discarding removes it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=300, help_text="Which form: the address of its page.")
    title = models.CharField(max_length=200, blank=True, help_text="What the page calls itself, without any name of a child.")
    data = models.JSONField(help_text="Every value as it was typed, by the name of its field.")
    saved_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, help_text="When its writer was told that it was begun, is not sent, and will go.")

    # Held by the database, too: a draft kept while typing and one kept at sending can arrive together.
    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_draft_of_a_form_each")]
        ordering = ["-saved_at"]

    def __str__(self) -> str:
        return f"draft of {self.key}"
