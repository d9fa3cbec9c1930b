"""Finding a standard or a signal: by words, by stage, by who is responsible, by source."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from holdfast.pages.standards.presenters import rule_labels
from holdfast.pages.standards.presenters.limit_sentence import upper
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.roles import ROLES
from holdfast.standards.sources import SOURCES

Choices = list[tuple[str, str]]


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
        return cls(*(query.get(name, "").strip() for name in ("q", "stage", "who", "source")))

    def __bool__(self) -> bool:
        return any((self.words, self.stage, self.who, self.source))

    def fits_standard(self, rule: Standard) -> bool:
        """Whether a standard is of the stage, role and source asked for."""
        documents = {each.document for each in rule.sources}
        return self._fits(rule.stage, (rule.responsible,), documents)

    def fits_signal(self, signal: Signal) -> bool:
        """The same for a signal, whose stage is its theme, and which is the business of everybody it is put to."""
        return self._fits(f"signals-{signal.theme}", signal.tell, signal.evidence)

    def _fits(self, stage: str, who: Iterable[str], sources: Iterable[str]) -> bool:
        return self.stage in ("", stage) and (not self.who or self.who in who) and (not self.source or self.source in sources)


def stages() -> Choices:
    """Every stage and theme that has a rule."""
    found = [(key, title) for key, title in rule_labels.STAGES.items() if any(rule.stage == key for rule in STANDARDS.values())]
    return found + [(f"signals-{key}", f"Signals: {title}") for key, title in rule_labels.THEMES.items()]


def roles() -> Choices:
    """Everybody a rule falls to, or is put to."""
    held = {rule.responsible for rule in STANDARDS.values()} | {role for signal in SIGNALS.values() for role in signal.tell}
    return sorted(((role, upper(ROLES[role].words)) for role in held if role in ROLES), key=lambda each: each[1])


def sources() -> Choices:
    """Every document a rule rests on."""
    documents = {each.document for rule in STANDARDS.values() for each in rule.sources}
    found = [(code, SOURCES[code].title) for code in documents if code in SOURCES]
    return sorted(found, key=lambda each: each[1]) + [(code, title) for code, title in rule_labels.EVIDENCE.items()]
