"""People who sign in, and every look they take at a child's record."""

from typing import Any, NoReturn

from django.contrib.auth.models import AbstractUser
from django.db import models


class LookKept(Exception):
    """A recorded look cannot be changed or removed: who looked at a child, and why they could, stays known."""


class User(AbstractUser):
    """Somebody who signs in. What they may see follows from the worker they are (role, organisation, their tie to the
    child), never from this row. Without a worker they may open their own account and nothing else."""

    # What somebody may see is never written on their account: an account that moved with a person from post to post would keep
    # what the last post could see. The worker's role and ties are read each time.
    worker = models.OneToOneField(
        "record.Worker",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="user",
        help_text="The worker this person is. Empty for somebody who only administers the service.",
    )

    class Meta:
        verbose_name = "person who signs in"
        verbose_name_plural = "people who sign in"

    def __str__(self) -> str:
        return self.name_in_words

    @property
    def name_in_words(self) -> str:
        """The name a colleague knows them by: the worker's, else the account's."""
        if self.worker is not None:
            return str(self.worker.name)
        return self.get_full_name() or self.username

    @property
    def role(self) -> str | None:
        """The role they hold as a worker, or nothing."""
        return None if self.worker is None else str(self.worker.role)


class Look(models.Model):
    """One person opened, or was refused, one page about one child. Kept for good: the database refuses any change."""

    at = models.DateTimeField(help_text="When they looked, by the clock and not by the date the page was shown as at.")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="looks")
    # The id as it was asked for, and not a foreign key: somebody trying out ids that do not exist is worth knowing.
    child = models.CharField(max_length=100)
    page = models.CharField(max_length=200, help_text="The page, by the name of its view.")
    permission = models.CharField(max_length=50)
    allowed = models.BooleanField()
    basis = models.CharField(max_length=300, help_text="Why they could, or why they could not.")
    as_at = models.DateTimeField(help_text="The moment in the past whose record they saw; the same as 'at' for a live page.")

    class Meta:
        indexes = [
            models.Index(fields=["child", "-at"], name="look_child_at"),
            models.Index(fields=["user", "-at"], name="look_user_at"),
        ]

    def __str__(self) -> str:
        return f"{self.page} {'opened' if self.allowed else 'refused'} at {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new look. Raises ``LookKept`` for one already written."""
        if not self._state.adding:
            # The database refuses it as well (migrations/0002). Here it is said in words, before a page fails.
            raise LookKept("A look at a child's record is kept as it was written. Nothing was changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never. Raises ``LookKept``."""
        raise LookKept("A look at a child's record cannot be removed. Nothing was changed.")
