"""A page for every standard and signal, with the examples that prove it."""

from collections.abc import Iterable

from tests.specs.judging import tables
from tests.specs.kit import Example, Expect

from generate.writing import NOTICE, table, words
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.ladders import LADDERS
from holdfast.standards.sources import SOURCES

CHECK = "> **Check against the current edition before relying on it.** Nobody has read the passage in the edition now in force."


def pages() -> dict[str, str]:
    """One page for each."""
    found = {address(id): NOTICE + _standard(rule) for id, rule in STANDARDS.items()}
    return found | {address(id): NOTICE + _signal(signal) for id, signal in SIGNALS.items()}


def address(id: str) -> str:
    """Where a rule's page is, under docs/."""
    return f"standards/rules/{id}.md"


def _standard(rule: Standard) -> str:
    text = f"# {rule.id}: {rule.title}\n\n"
    if rule.switch is not None:
        text += f"> **Ships switched off.** {rule.switch.because}\n>\n> A partnership switches it on from a day of its own.\n\n"
    if rule.check_before_release:
        text += f"{CHECK}\n\n"
    facts = [
        ("Limit", rule.limit.in_words()),
        ("Starts with", rule.started),
        ("Wants", rule.wanted),
        ("Stage", words(rule.stage)),
        ("Who says so", words(rule.binding)),
        ("Responsible", words(rule.responsible)),
        ("Climbs", f"{rule.ladder}: {LADDERS[rule.ladder].says}"),
        ("Counted", words(rule.scope)),
        ("Sources", "; ".join(f"{SOURCES[c.document].title}, {c.locator} ({words(c.verification)})" for c in rule.sources)),
        ("How sure", rule.confidence),
    ]
    if rule.warn_before is not None:
        facts.append(("Warns", f"{rule.warn_before.in_words()} before"))
    if rule.effective_from:
        facts.append(("In force", f"since {rule.effective_from.isoformat()}"))
    if rule.review_paragraphs:
        facts.append(("Review", ", ".join(rule.review_paragraphs)))
    text += table(("", ""), facts)
    if rule.note:
        text += f"\n{rule.note}\n"
    return text + _editions(rule) + _choice(rule) + _spread(rule) + _examples(tables().get(rule.id, ()))


def _editions(rule: Standard) -> str:
    if not rule.versions:
        return ""
    rows = [
        (v.edition, v.since.isoformat(), v.until.isoformat() if v.until else "in force", v.says, words(v.verification))
        for v in rule.versions
    ]
    return "\n## Editions\n\nWhat starts on a day is judged by the edition in force that day.\n\n" + table(
        ("Edition", "From", "Until", "Says", "How it was checked"), rows
    )


def _choice(rule: Standard) -> str:
    if rule.choice is None:
        return ""
    rows = [(f"`{way.code}`", way.says, "the default" if not n else "") for n, way in enumerate(rule.choice.ways)]
    return f"\n## Where the clock starts\n\n{rule.choice.asks} {rule.choice.why}\n\n" + table(("Choice", "Meaning", ""), rows)


def _spread(rule: Standard) -> str:
    if not rule.local_variants:
        return ""
    rows = [("Here", rule.limit.in_words()), *((each.where, each.says) for each in rule.local_variants)]
    return "\n## How others put it\n\nAreas differ; a partnership sets its own value.\n\n" + table(("Where", "Limit"), rows)


def _signal(signal: Signal) -> str:
    text = f"# {signal.id}: {signal.title}\n\n{signal.says}\n\n"
    facts = [
        ("Theme", words(signal.theme)),
        ("Severity", f"{signal.severity}: answered within {signal.answer_within}"),
        ("Put to", ", ".join(words(each) for each in signal.tell)),
        ("An answer holds", signal.asks),
        ("Numbers", ", ".join(f"{words(name)} {value}" for name, value in signal.numbers.items()) or "none"),
        ("Review", ", ".join(signal.review_paragraphs) or "other published reviews"),
        ("Research", ", ".join(signal.evidence)),
    ]
    if signal.guard:
        facts.append(("So that it does not cry wolf", signal.guard))
    return text + table(("", ""), facts) + _examples(tables().get(signal.id, ()))


def _examples(examples: Iterable[Example]) -> str:
    rows = [(each.says, each.as_at, "; ".join(_expected(wanted) for wanted in each.expect) or "nothing") for each in examples]
    return "\n## Examples\n\nEach is a test that runs on every engine.\n\n" + table(("Example", "Read on", "Gives"), rows)


def _expected(expect: Expect) -> str:
    said = [words(str(expect.state))] if expect.state is not ... else []
    for name in ("due", "met_on", "raised_on"):
        value = getattr(expect, name)
        if value is not ... and value is not None:
            said.append(f"{words(name)} {value}")
    return ", ".join(said) or "a line"
