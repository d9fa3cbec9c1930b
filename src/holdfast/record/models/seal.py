"""Seals: once a minute what is new becomes one root, chained to the last, that a partner agency can hold."""

from django.db import models


class Seal(models.Model):
    """The Merkle root over what came since the last seal, chained to it. Never changed."""

    number = models.PositiveBigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    leaf_count = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    head = models.CharField(max_length=64, help_text="SHA-256 over the last head and this seal.")

    def __str__(self) -> str:
        return f"seal {self.number}"


class SealedLeaf(models.Model):
    """One row of the record in one seal, with the hash it had then. The row is named by its id and not by a foreign key:
    what this must be able to say is that the row has gone."""

    class Kind(models.TextChoices):
        """What is sealed."""

        ENTRY = "entry", "Entry"
        FACT = "fact", "Fact about a person"
        RELATIONSHIP = "relationship", "Relationship"

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="leaves")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    # A row is sealed once. That it is unique is what keeps a second seal from being put over something that was changed since.
    row = models.UUIDField(unique=True)
    leaf = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seal", "position"], name="one_leaf_per_position")]

    def __str__(self) -> str:
        return f"leaf {self.position} of seal {self.seal_id}"
