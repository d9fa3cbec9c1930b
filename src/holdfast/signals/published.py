"""A signal as it is published to other systems, in the same shape as a standard."""

from typing import Any

from holdfast.rules.signal import Signal
from holdfast.standards.local_values import NO_VALUES, Values


def signal_facts(signal: Signal, values: Values = NO_VALUES) -> dict[str, Any]:
    """The facts of a signal. It has no limit and binds nobody: it is a question to whoever is told."""
    return {
        "id": signal.id,
        "title": signal.title,
        "kind": "signal",
        "binding": None,
        "limit": None,
        "unit": None,
        "numbers": dict(signal.numbers),
        "theme": signal.theme,
        "severity": signal.severity,
        "versions": [],
        "responsible": signal.tell[0] if signal.tell else None,
        "tell": list(signal.tell),
        "ladder": f"answer within {signal.answer_within}",
        "source": [{"document": code} for code in signal.evidence],
        "review_paragraphs": list(signal.review_paragraphs),
        "false_alarm_guard": signal.guard,
        "local_values": [each.published for each in values.of(signal.id)],
        "on": True,
        "reason": "on",
    }
