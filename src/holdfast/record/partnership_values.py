"""The values this partnership has set for itself: loaded for the rules, and listed for whoever asks what was decided when."""

from functools import lru_cache

from holdfast.record.ledger import entry_rows
from holdfast.record.models import LocalSetting
from holdfast.standards.local_values import LocalValue, Values


def load_values() -> Values:
    """What this partnership has set, in the order it was. Asks the database whether anything has been added since."""
    ((latest,),) = entry_rows.ask("SELECT coalesce(max(id), 0) FROM record_localsetting", {})
    return _values_up_to(latest)


# Rows are only ever added, so the last id says which values these are. One set is kept and no more: whoever compiles rules
# by it keeps what they compiled for as long as the set is the same object, and an older set is never asked for again.
@lru_cache(maxsize=1)
def _values_up_to(latest: int) -> Values:
    return Values(tuple(_value(row) for row in LocalSetting.objects.filter(pk__lte=latest).order_by("pk")))


def forget_values() -> None:
    """Load them again whatever the last id is: for a process that turns to another database."""
    _values_up_to.cache_clear()


def history(rule: str | None = None) -> list[LocalSetting]:
    """Every value ever set, the latest first."""
    rows = LocalSetting.objects.order_by("-pk")
    return list(rows if rule is None else rows.filter(rule=rule))


def _value(row: LocalSetting) -> LocalValue:
    return LocalValue(row.rule, row.name, row.value, row.since, row.by, row.why)
