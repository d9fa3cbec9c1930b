"""A standard or a signal as it is published to other systems: one flat object with the facts and whether it is on."""

from typing import Any

from holdfast.rules.standard import Edition, Standard
from holdfast.standards.local_values import NO_VALUES, Values


def standard_facts(rule: Standard, values: Values = NO_VALUES) -> dict[str, Any]:
    """The facts of a standard, with what a partnership has set beside what is published."""
    limit = rule.limit
    valued = values.standard(rule)
    # As the partnership has set it, not as it ships: another system asks what holds here.
    off = valued.switch is not None and valued.switch.on_from is None
    return {
        "id": rule.id,
        "title": rule.title,
        "kind": "standard",
        "binding": rule.binding,
        "limit": _plain(limit.n),
        "unit": limit.unit,
        "limit_kind": limit.kind,
        "count_from": limit.count_from,
        "scope": rule.scope,
        "stage": rule.stage,
        "versions": [_version(each) for each in rule.versions],
        "effective_from": rule.effective_from.isoformat() if rule.effective_from else None,
        "responsible": rule.responsible,
        "ladder": rule.ladder,
        "source": [
            {"document": each.document, "locator": each.locator, "verification": each.verification} for each in rule.sources
        ],
        "review_paragraphs": list(rule.review_paragraphs),
        "confidence": rule.confidence,
        "local_variants": [{"where": each.where, "limit": each.says} for each in rule.local_variants],
        "local_values": [each.published for each in values.of(rule.id)],
        "check_before_release": rule.check_before_release,
        "on": not off,
        "reason": _reason(valued, off=off),
    }


def _reason(rule: Standard, *, off: bool) -> str:
    if rule.switch is not None:
        return rule.switch.because if off else f"switched on from {rule.switch.on_from}: {rule.switch.because}"
    if rule.check_before_release:
        return "on; check against the current edition before relying on it"
    return "on"


def _version(version: Edition) -> dict[str, Any]:
    return {
        "edition": version.edition,
        "from": version.since.isoformat(),
        "until": version.until.isoformat() if version.until else None,
        "limit": version.says,
        "n": _plain(version.limit.n) if version.limit else None,
        "verification": version.verification,
    }


def _plain(n: float | None) -> float | int | None:
    # Limits are floats for the one that is half of an interval; published, fifteen days are 15 and not 15.0.
    return int(n) if n is not None and n == int(n) else n
