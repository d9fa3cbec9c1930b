"""An explanation, ready for a page."""

from dataclasses import dataclass

from holdfast.access.entry_readers import Reader, opens
from holdfast.duty.withheld import shown_part
from holdfast.engine.arithmetic import ArithmeticStep
from holdfast.engine.clock import Clock
from holdfast.engine.explanation import Explanation, who_was_told
from holdfast.kernel.when import day_in_words, london_day
from holdfast.pages.entries.links import entry_url
from holdfast.pages.standards.presenters.rule_labels import EDITIONS
from holdfast.pages.standards.presenters.rule_page import RuleSource, sources_of
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class ExplainedEntry:
    """One entry in words, where it is, and when the record learned of it."""

    url: str
    when: str
    recorded: str
    words: str


@dataclass(frozen=True)
class ExplainedRule:
    """One clock or signal, explained."""

    state: str
    sentence: str
    approximate: bool
    steps: tuple[ArithmeticStep, ...]
    counted: str
    entries: tuple[ExplainedEntry, ...]
    edition: str
    sources: tuple[RuleSource, ...]
    tells: tuple[str, ...]


def explained(each: Explanation, world: World, reader: Reader) -> ExplainedRule:
    """An explanation in words, as its reader may read it."""
    part = shown_part(each.entries, reader)
    edition = (
        f"{EDITIONS.get(each.version.edition, each.version.edition)}, in force from {day_in_words(each.version.since)}"
        if each.version
        else ""
    )
    return ExplainedRule(
        state=each.replayed.state,
        sentence=each.replayed.why if part.whole else part.not_for_you,
        approximate=each.line.what.approximate,
        # The days counted are the days of the entries: with one of them withheld the sum would tell it.
        steps=each.steps if part.whole else (),
        # A signal counts no days; an empty sum under it would look like a fault.
        counted=each.words if isinstance(each.line.what, Clock) and part.whole else "",
        entries=tuple(
            ExplainedEntry(
                entry_url(entry.id) if opens(entry, reader) else "",
                entry.happened.in_words(),
                # When it was known stands beside when it happened: most questions of "why was I not told" end here.
                day_in_words(london_day(entry.recorded_at)),
                entry.data.sentence(world.names),
            )
            for entry in part.entries
        ),
        edition=edition,
        sources=tuple(sources_of(each.sources)),
        tells=who_was_told(each, world),
    )


def title_of(rule: str) -> str:
    """What a rule is called."""
    return STANDARDS[rule].title if rule in STANDARDS else SIGNALS[rule].title
