"""What is stored of some people, and making it say what is derived for them: one statement, of what differs alone.

Nothing else writes spans, clocks, alerts, who was looked at when and who waits; a test holds that.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from holdfast.engine.compiled.instants import moment
from holdfast.engine.reference.person_view import BRINGS_UP
from holdfast.record.ledger import entry_rows
from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.record.projection import projection_statements as statements
from holdfast.record.projection.derivation import NO_LONGER_SHOWN, AlertRow, Derived, SpanRow, StoredClockRow, alert_id

BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)
"""Whoever was last looked at then is worked out from the beginning: what had shown does not count."""

Json = dict[str, Any]


def read_stored(
    people: Collection[str], rules: Collection[str] | None = None, *, spans: bool = True, every_alert: bool = False
) -> dict[str, Derived]:
    """What is stored of these people: all of it, or of these rules (``every_alert``: alerts of all the same)."""
    found = {person: Derived() for person in people}
    asked: Json = {"people": list(people), "rules": None if rules is None else list(rules)}
    for person, key, *columns in entry_rows.ask(statements.CLOCKS, asked):
        found[person].clocks[key] = StoredClockRow._make(columns)
    for person, key, *columns in entry_rows.ask(statements.ALERTS, asked | {"rules": None} if every_alert else asked):
        found[person].alerts[key] = AlertRow._make(columns)
    if spans:
        stretches: dict[str, set[SpanRow]] = defaultdict(set)
        for person, *columns in entry_rows.ask(statements.SPANS, asked):
            stretches[person].add(SpanRow._make(columns))
        for person in people:
            found[person].spans = frozenset(stretches[person])
    return found


class Changes:
    """What has to be stored otherwise of some people, and when each was looked at."""

    # Most writes change a few rows of hundreds. Every row that PostgreSQL updates is a dead one for it to clear away, even where
    # it says what it said before, so what says the same already is left alone.

    def __init__(self) -> None:
        self.looked_at: dict[str, datetime] = {}
        self.no_longer_waiting: list[int] = []
        # By the steps of the statement that stores them.
        self._rows: dict[str, list[Json]] = {step: [] for step in ("clocks_gone", "spans_gone", "clocks", "alerts", "spans")}

    def add(self, person: str, stored: Derived, derived: Derived) -> None:
        """Whatever of ``derived`` is not as it is stored, and what is stored and is not derived; an alert is never removed."""
        for key, clock in derived.clocks.items():
            if stored.clocks.get(key) != clock:
                self._rows["clocks"].append(_clock(person, key, clock))
        for key, alert in derived.alerts.items():
            if stored.alerts.get(key) != alert:
                self._rows["alerts"].append(_alert(person, key, alert))
        gone = (key for key in stored.clocks if key not in derived.clocks)
        self._rows["clocks_gone"] += ({"child_id": person, "key": key} for key in gone)
        if derived.spans is not None and stored.spans is not None:
            for span in derived.spans - stored.spans:
                self._rows["spans"].append({"child_id": person, "detail": "", **span._asdict()})
            for span in stored.spans - derived.spans:
                self._rows["spans_gone"].append({"child_id": person, **span._asdict()})

    def store(self) -> None:
        """Store it."""
        looked_at = [{"person_id": person, "at": at.isoformat()} for person, at in self.looked_at.items()]
        changed = {step: rows for step, rows in self._rows.items() if rows}
        parameters: Json = {step: json.dumps(rows) for step, rows in (*changed.items(), ("looked_at", looked_at))}
        steps = tuple(changed)
        if self.no_longer_waiting:
            steps += ("no_longer_waiting",)
            parameters["no_longer_waiting"] = self.no_longer_waiting
        entry_rows.ask(statements.store_statement(steps), parameters)


def _clock(person: str, key: str, clock: StoredClockRow) -> Json:
    row = {"child_id": person, "key": key, **clock._asdict(), "about": json.loads(clock.about)}
    row["overdue_from"] = _instant(clock.overdue_from)
    return row


def _alert(person: str, key: str, alert: AlertRow) -> Json:
    row = {"child_id": person, "key": key, **alert._asdict(), "id": str(alert_id(person, key))}
    row |= {"about": json.loads(alert.about), "evidence": json.loads(alert.evidence)}
    row |= {"raised_at": _instant(alert.raised_at), "ended_at": _instant(alert.ended_at)}
    return row


def _instant(at: int | None) -> str | None:
    return None if at is None else moment(at).isoformat()


def delete_orphans(people: Collection[str], at: datetime) -> None:
    """Take away what is stored for anybody but these people, who are everybody that an entry is about."""
    for model in (StoredSpan, StoredClock):
        model._default_manager.exclude(child__in=people).delete()
    # An alert may have been put to somebody, and what somebody was told is never unsaid: it is withdrawn and stays.
    unborne = Alert.objects.exclude(child__in=people).exclude(withdrawn=True)
    unborne.update(withdrawn=True, ended_at=Coalesce(F("ended_at"), at), ended_why=NO_LONGER_SHOWN)


def mark_for_recompute(people: Collection[str]) -> None:
    """Mark these people to be worked out from the beginning when the minute's sweep next comes by."""
    Rechecked.objects.filter(person__in=people).update(at=BEGINNING)


def note_waiting(people: Iterable[str], types: Collection[str], at: datetime) -> None:
    """Note that these people are to be brought up to date with entries of these types, recorded at ``at``."""
    asked = {"people": sorted(people), "types": sorted(types), "at": at, "brings_up": list(BRINGS_UP)}
    entry_rows.ask(statements.NOTE_WAITING, asked)
