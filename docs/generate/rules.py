"""The catalogue of standards and signals, with the examples that prove them."""

from tests.specs.kit import Spec
from tests.specs.test_specs import specs

from generate.writing import NOTICE, table, words
from holdfast.signals import SIGNALS
from holdfast.signals.model import Signal
from holdfast.standards import STANDARDS
from holdfast.standards.ladders import LADDERS
from holdfast.standards.model import Standard
from holdfast.standards.sources import SOURCES

CHECK = "**Check against the current edition before relying on it.**"


def pages() -> dict[str, str]:
    """An index, a page for each stage of standards and one for each theme of signals."""
    tables = {spec.rule: spec for spec in specs()}
    stages = list(dict.fromkeys(rule.stage for rule in STANDARDS.values()))
    themes = list(dict.fromkeys(signal.theme for signal in SIGNALS.values()))
    found = {"standards/README.md": _index(stages, themes)}
    for stage in stages:
        rules = [rule for rule in STANDARDS.values() if rule.stage == stage]
        found[f"standards/{stage}.md"] = (
            NOTICE + f"# {words(stage).capitalize()}\n" + "".join(_standard(r, tables.get(r.id)) for r in rules)
        )
    for theme in themes:
        signals = [signal for signal in SIGNALS.values() if signal.theme == theme]
        body = "".join(_signal(signal, tables.get(signal.id)) for signal in signals)
        found[f"standards/signals-{theme}.md"] = NOTICE + f"# Signals: {words(theme)}\n" + body
    return found


def _index(stages: list[str], themes: list[str]) -> str:
    text = NOTICE + f"# What should happen: {len(STANDARDS)} standards, and what should worry us: {len(SIGNALS)} signals\n\n"
    rows = [
        (f"[{r.id}]({r.stage}.md#{r.id.lower()})", r.title, r.limit.in_words(), words(r.binding), words(r.responsible))
        for r in STANDARDS.values()
    ]
    text += table(("Standard", "What should happen", "Limit", "Who says so", "Who is responsible"), rows)
    rows = [
        (f"[{s.id}](signals-{s.theme}.md#{s.id.lower()})", s.title, s.severity, ", ".join(words(each) for each in s.tell))
        for s in SIGNALS.values()
    ]
    return text + "\n" + table(("Signal", "What it is", "Severity", "Put to"), rows)


def _standard(rule: Standard, spec: Spec | None) -> str:
    text = f"\n## {rule.id}\n\n**{rule.title}**\n\n"
    facts = [
        ("Limit", rule.limit.in_words()),
        ("Who says so", words(rule.binding)),
        ("Responsible", words(rule.responsible)),
        ("Climbs", _ladder(rule.ladder)),
        ("Counted", words(rule.scope)),
        ("Sources", "; ".join(f"{SOURCES[c.document].title}, {c.locator} ({words(c.verification)})" for c in rule.sources)),
        ("How sure", rule.confidence),
    ]
    if rule.effective_from:
        facts.append(("In force", f"since {rule.effective_from.isoformat()}"))
    facts += [("Edition", f"{v.edition} from {v.since.isoformat()}: {v.says}") for v in rule.versions]
    facts += [("Elsewhere", f"{v.where}: {v.says}") for v in rule.local_variants]
    if rule.review_paragraphs:
        facts.append(("Review", ", ".join(rule.review_paragraphs)))
    text += table(("", ""), facts)
    if rule.note:
        text += f"\n{rule.note}\n"
    if rule.check_before_release:
        text += f"\n{CHECK}\n"
    return text + _examples(spec)


def _signal(signal: Signal, spec: Spec | None) -> str:
    text = f"\n## {signal.id}\n\n**{signal.title}**\n\n{signal.says}\n\n"
    facts = [
        ("Severity", f"{signal.severity}: answered within {signal.answer_within}"),
        ("Put to", ", ".join(words(each) for each in signal.tell)),
        ("An answer holds", signal.asks),
        ("Numbers", ", ".join(f"{words(name)} {value}" for name, value in signal.numbers.items())),
        ("Review", ", ".join(signal.review_paragraphs)),
    ]
    if signal.guard:
        facts.append(("So that it does not cry wolf", signal.guard))
    return text + table(("", ""), facts) + _examples(spec)


def _ladder(id: str) -> str:
    return f"{id}: {LADDERS[id].says}" if hasattr(LADDERS[id], "says") else id


def _examples(spec: Spec | None) -> str:
    if spec is None:
        return "\nNo table of examples yet.\n"
    rows = [
        (example.says, example.as_at, "; ".join(_expected(each) for each in example.expect) or "nothing")
        for example in spec.examples
    ]
    return "\n" + table(("Example", "Read on", "Gives"), rows)


def _expected(expect) -> str:  # type: ignore[no-untyped-def]
    said = [words(str(expect.state))] if expect.state is not ... else []
    for name in ("due", "met_on", "raised_on"):
        value = getattr(expect, name)
        if value is not ... and value is not None:
            said.append(f"{words(name)} {value}")
    return ", ".join(said) or "a line"
