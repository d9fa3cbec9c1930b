"""What somebody looks for among the standards and signals: words, a stage, who is responsible, a source."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard


@dataclass(frozen=True)
class RuleFilter:
    """What somebody looks for. Anything left empty narrows nothing."""

    words: str = ""
    stage: str = ""
    who: str = ""
    source: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "RuleFilter":
        """What the address asks."""
        # From the address and not from a session: what somebody found can be sent to a colleague.
        return cls(*(query.get(name, "").strip() for name in ("q", "stage", "who", "source")))

    def __bool__(self) -> bool:
        return any((self.words, self.stage, self.who, self.source))

    def fits_standard(self, rule: Standard) -> bool:
        """Whether a standard is of the stage, role and source asked for."""
        documents = {each.document for each in rule.sources}
        return self._fits(rule.stage, (rule.responsible,), documents)

    def fits_signal(self, signal: Signal) -> bool:
        """The same for a signal, whose stage is its theme, and which is the business of everybody it is put to."""
        # Stages and themes share one list on the page; the beginning keeps "Visits" the stage from "Visits" the theme.
        return self._fits(f"signals-{signal.theme}", signal.tell, signal.evidence)

    def _fits(self, stage: str, who: Iterable[str], sources: Iterable[str]) -> bool:
        return self.stage in ("", stage) and (not self.who or self.who in who) and (not self.source or self.source in sources)
