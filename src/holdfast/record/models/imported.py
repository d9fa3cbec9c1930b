"""Which id a thing had in the file that brought it, so that it goes out again under the same name."""

from django.db import models


class ImportedId(models.Model):
    """``external_id`` of ``kind`` in the file ``origin`` is ``internal_id`` here."""

    origin = models.CharField(max_length=200, help_text="The file, by the name it was imported under.")
    kind = models.CharField(max_length=20)
    external_id = models.TextField()
    internal_id = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "kind", "external_id"], name="imported_once"),
            # Both ways: one id outside is one here, and one here goes out again under one id.
            models.UniqueConstraint(fields=["origin", "kind", "internal_id"], name="imported_as_one"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.origin}"
