"""What the standards and signals can be narrowed to, in words: only what finds something."""

from holdfast.pages.standards.presenters import rule_labels
from holdfast.pages.standards.presenters.limit_sentence import upper
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.roles import ROLES
from holdfast.standards.sources import SOURCES

Choices = list[tuple[str, str]]


def stages() -> Choices:
    """Every stage and theme that has a rule."""
    found = [(key, title) for key, title in rule_labels.STAGES.items() if any(rule.stage == key for rule in STANDARDS.values())]
    return found + [(f"signals-{key}", f"Signals: {title}") for key, title in rule_labels.THEMES.items()]


def roles() -> Choices:
    """Everybody a rule falls to, or is put to."""
    # Only roles that something falls to: a choice that finds nothing makes people doubt the search.
    held = {rule.responsible for rule in STANDARDS.values()} | {role for signal in SIGNALS.values() for role in signal.tell}
    return sorted(((role, upper(ROLES[role].words)) for role in held if role in ROLES), key=lambda each: each[1])


def sources() -> Choices:
    """Every document a rule rests on."""
    documents = {each.document for rule in STANDARDS.values() for each in rule.sources}
    found = [(code, SOURCES[code].title) for code in documents if code in SOURCES]
    return sorted(found, key=lambda each: each[1]) + [(code, title) for code, title in rule_labels.EVIDENCE.items()]
