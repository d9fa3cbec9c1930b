"""Who wrote a message, where they can be written to here, and how it is known that one answers another."""

from uuid import UUID, uuid5

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


def writer_of(message: Entry) -> Worker | None:
    """The worker who sent it, or ``None`` where somebody outside did."""
    # A message recorded by hand names a worker; one that came through a form describes its sender, who may be none.
    sent = value(message, "from")
    return Worker.objects.filter(pk=sent if isinstance(sent, str) else row_value(sent, "worker")).first()


def answer_to(reply: UUID | str) -> str:
    """The id of the entry that says that a message was answered by this reply."""
    return str(uuid5(UUID(str(reply)), "answered"))
