"""That a record is of invented people, said by the record itself."""

from django.db import models


class InventedRecord(models.Model):
    """This whole database is a demonstration. A row, and no setting: a copy of it says so wherever it is opened, and a real
    record never does, however it is started."""

    made_at = models.DateTimeField()
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name
