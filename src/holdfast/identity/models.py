"""What a person can be found by, stored beside them."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from holdfast.record.models import Person


class SearchKey(models.Model):
    """The keys that lead to one person (see :mod:`holdfast.identity.search_keys`), kept by triggers of the database as facts,
    ties and addresses are written. ``born`` is the year, so that the young stand first among many."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    keys = SearchVectorField()
    born = models.IntegerField(null=True)

    class Meta:
        # Not put off to a list that grows: the next search would have to read all of the list.
        indexes = [GinIndex(fields=["keys"], fastupdate=False, name="identity_by_key")]

    def __str__(self) -> str:
        return f"Search keys of {self.person_id}"
