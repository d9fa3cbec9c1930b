"""The values a partnership has set."""

from holdfast.record.ledger import entry_rows
from holdfast.record.models import LocalSetting
from holdfast.standards.local_values import LocalValue, Values

_kept: dict[int, Values] = {}


def values() -> Values:
    """What this partnership has set, in the order it was. Read again only when something has been added."""
    ((latest,),) = entry_rows.ask("SELECT coalesce(max(id), 0) FROM record_localsetting", {})
    if latest not in _kept:
        _kept.clear()
        _kept[latest] = Values(tuple(_value(row) for row in LocalSetting.objects.order_by("pk")))
    return _kept[latest]


def history(rule: str | None = None) -> list[LocalSetting]:
    """Every value ever set, the latest first."""
    rows = LocalSetting.objects.order_by("-pk")
    return list(rows if rule is None else rows.filter(rule=rule))


def _value(row: LocalSetting) -> LocalValue:
    return LocalValue(row.rule, row.name, row.value, row.since, row.by, row.why)
