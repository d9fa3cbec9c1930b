"""Something that happened, said once: what, when it happened, when it was recorded, by whom, about whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from holdfast.kernel.when import When
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.faults import EntryRefused, Fault
from holdfast.vocabulary.model_faults import data_faults, nearest, said
from holdfast.vocabulary.scalars import read_instant, read_when
from holdfast.vocabulary.type_registry import ENTRY_TYPES


@dataclass(frozen=True)
class Entry:
    """``about`` lists the people the entry is about. ``corrects`` names the entry this one replaces, ``withdraws`` the
    entry it takes back, ``reason`` says why; nothing is ever changed or removed. ``arrived`` is its place in the order in
    which the case was told: where two dates are too vague to say which came first, that order stands, whatever the ids."""

    id: str
    type: str
    happened: When
    recorded_at: datetime
    by: str | None
    about: tuple[str, ...]
    data: EntryData
    source: str | None = None
    corrects: str | None = None
    withdraws: str | None = None
    reason: str | None = None
    # Left out of equality: the same entry read from a file and from the database is the same entry, wherever in the order it
    # came.
    arrived: int = field(default=0, compare=False)

    @classmethod
    def build(
        cls,
        *,
        id: str,
        type: str,
        happened: When | str | Mapping[str, Any],
        about: Sequence[str],
        data: EntryData | Mapping[str, Any],
        recorded_at: datetime | str | None = None,
        by: str | None = None,
        source: str | None = None,
        corrects: str | None = None,
        withdraws: str | None = None,
        reason: str | None = None,
        arrived: int = 0,
    ) -> "Entry":
        """An entry from its written parts. Left out, ``recorded_at`` is the end of ``happened``. Raises
        :class:`EntryRefused` with every fault. Whether ids exist is for whoever holds the case to check."""
        # All parts are read before anything is refused, so that whoever typed it sees every fault at once and not one after
        # another.
        faults: list[Fault] = []
        when = _keep(faults, "$.happened", read_when, happened)
        body = _body(faults, type, data)
        recorded = None if recorded_at is None else _keep(faults, "$.recorded_at", read_instant, recorded_at)
        faults += correction_faults(type, corrects, withdraws, reason)
        if faults or when is None or body is None:
            raise EntryRefused(faults)
        # The end and not the beginning: what is known only by its day cannot have been known before the day was over.
        known = recorded or when.end.astimezone(UTC)
        return cls(id, type, when, known, by, tuple(dict.fromkeys(about)), body, source, corrects, withdraws, reason, arrived)


def parse_data(type_name: str, data: EntryData | Mapping[str, Any]) -> EntryData:
    """The data of an entry of ``type_name``. Raises :class:`EntryRefused` with every fault, paths from ``$.data``."""
    faults: list[Fault] = []
    body = _body(faults, type_name, data)
    if body is None:
        raise EntryRefused(faults)
    return body


def _keep(faults: list[Fault], path: str, read: Any, value: Any) -> Any:
    try:
        return read(value)
    except ValueError as error:
        faults.append(said(path, error))
        return None


def _body(faults: list[Fault], type_name: object, data: object) -> EntryData | None:
    model = ENTRY_TYPES.get(type_name) if isinstance(type_name, str) else None
    if model is None:
        faults.append(Fault("$.type", f"There is no entry type {type_name!r}.", nearest(type_name, ENTRY_TYPES)))
        return None
    if isinstance(data, EntryData):
        # The very class: a subclass would carry fields that the entry type does not have.
        if type(data) is model:
            return data
        faults.append(
            Fault("$.data", f"This is the data of {data.type_name}, not of {type_name}.", "Give the data of the entry's type.")
        )
        return None
    if not isinstance(data, Mapping):
        faults.append(
            Fault(
                "$.data",
                "The data is not an object with named fields.",
                'Write it as {"field": value}, or {} when there is nothing.',
            )
        )
        return None
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        faults.extend(data_faults(model, error, "$.data"))
        return None


def correction_faults(type_name: str, corrects: str | None, withdraws: str | None, reason: str | None) -> Iterator[Fault]:
    """What does not go together in one entry's ``corrects``, ``withdraws`` and ``reason``."""
    if corrects is not None and withdraws is not None:
        yield Fault(
            "$.withdraws", "An entry cannot both correct and withdraw.", "Keep one, and make a second entry for the other."
        )
    if (corrects is not None or withdraws is not None) and not (reason or "").strip():
        yield Fault(
            "$.reason", "A correction or withdrawal has no reason.", "Say in a few words why the earlier entry was wrong."
        )
    # The type and the field imply each other. Either alone would be read one way by the ledger and another by rules.
    if type_name == "entry_withdrawn" and withdraws is None:
        yield Fault("$.withdraws", "A withdrawal does not say what it withdraws.", 'Name the earlier entry in "withdraws".')
    if type_name != "entry_withdrawn" and withdraws is not None:
        yield Fault(
            "$.type", "Only an entry_withdrawn can withdraw.", 'Use the type entry_withdrawn, or "corrects" for a correction.'
        )
