"""One thing that waits for somebody, as every list has it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class WaitingItem:
    """One thing that waits. ``matter`` is the alert, or the entry of a concern or message; ``consequence`` is a place in
    :data:`~holdfast.duty.alerts.CONSEQUENCES`; ``why`` is the sentence a person reads; ``because`` says why it is this person's,
    and ``with_whom`` who has been told at the highest rung, of whom ``waits_for`` have it when they come to work. ``from_at`` is
    when this person does. ``withheld`` says what of it its reader may not read."""

    kind: str
    matter: UUID
    child: str | None
    title: str
    why: str
    consequence: int
    since: datetime
    due: str | None
    rung: int
    role: str
    because: str
    read_at: datetime | None = None
    answered_by: str | None = None
    rule: str | None = None
    evidence: tuple[str, ...] = ()
    carried_in: bool = False
    withheld: str = ""
    with_whom: tuple[str, ...] = ()
    waits_for: tuple[tuple[str, datetime], ...] = ()
    from_at: datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether somebody has answered it in words. It stays in view until it is over."""
        return self.answered_by is not None
