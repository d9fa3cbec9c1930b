"""Seals: once a minute the new entries become one root, chained to the last, that a partner agency can hold."""

from django.db import models


class Seal(models.Model):
    """The Merkle root over the entries that came since the last seal, chained to it. Never changed."""

    number = models.PositiveBigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    entries = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    head = models.CharField(max_length=64, help_text="SHA-256 over the last head, this number and time, and this root.")

    def __str__(self) -> str:
        return f"seal {self.number}"


class SealedLeaf(models.Model):
    """One entry in one seal, with the hash it had then. The entry is named by its id and not by a foreign key: what this row
    must be able to say is that the entry has gone."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="leaves")
    position = models.PositiveIntegerField()
    entry_id = models.UUIDField(unique=True)
    leaf = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seal", "position"], name="one_leaf_per_position")]

    def __str__(self) -> str:
        return f"leaf {self.position} of seal {self.seal_id}"
