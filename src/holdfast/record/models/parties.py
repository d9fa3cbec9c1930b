"""The agencies of the partnership and the people who work in them."""

from django.db import models

from holdfast.vocabulary.world import KnownOrganisation, KnownWorker


class Organisation(models.Model):
    """An agency or a service: a school, a health trust, children's services."""

    id = models.CharField(primary_key=True, max_length=100)
    kind = models.CharField(max_length=100, help_text="Such as school or childrens_social_care.")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True, default="")

    def __str__(self) -> str:
        return self.name

    def as_known(self) -> KnownOrganisation:
        """The agency as a world holds it."""
        return KnownOrganisation(self.pk, self.kind, self.name)


class Worker(models.Model):
    """A professional: who they are, where they work, what they do there, and who manages them."""

    id = models.CharField(primary_key=True, max_length=100)
    name = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="workers")
    role = models.CharField(max_length=100, null=True, blank=True, help_text="Such as social_worker.")
    manager = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="manages")
    phone = models.CharField(max_length=40, blank=True, default="")
    email = models.EmailField(blank=True, default="")

    def __str__(self) -> str:
        return self.name

    def as_known(self) -> KnownWorker:
        """The worker as a world holds them."""
        return KnownWorker(self.pk, self.name, self.organisation_id, self.role, self.manager_id)
