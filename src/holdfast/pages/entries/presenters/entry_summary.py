"""One entry in words: what it says, who said so, and what belongs to it."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from holdfast.access.web import PageRequest
from holdfast.pages.entries.forms.question import Question
from holdfast.pages.entries.links import at_moment, child_url, entry_url, withdraw_url
from holdfast.pages.entries.presenters.type_help import in_short
from holdfast.pages.entries.presenters.version_list import ShownVersion, is_elsewhere
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.base import NameLookup
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_catalogue import describe


@dataclass(frozen=True)
class LinkedEntry:
    """Another entry that names this one, or is named by it."""

    url: str
    when: str
    sentence: str


def shown_version(asked_for: Entry, chain: Sequence[ShownVersion]) -> Entry:
    """The version to show: the one asked for; for a withdrawal, what it took back."""
    if asked_for.withdraws is None:
        return asked_for
    return next((each.entry for each in reversed(chain) if each.entry.withdraws is None), asked_for)


def summary(shown: Entry, names: NameLookup, request: PageRequest, seen: Container[str]) -> dict[str, object]:
    """What it says, and about whom; the name leads to the page of those who are ``seen``."""
    described = describe(shown.type)
    voice, speaker = _voice(shown), names.person(getattr(shown.data, "child", ""))
    return {
        "entry": shown,
        "described": described,
        "meaning": in_short(described),
        "sentence": shown.data.sentence(names),
        "voice": voice,
        "voice_source": ", ".join(part for part in (speaker, shown.happened.in_words()) if part),
        "voice_of": speaker if voice else "",
        "children": [{"name": names.person(id), "url": child_url(id, request) if id in seen else ""} for id in shown.about],
        "page_url": entry_url(shown.id),
    }


def recorded_by(envelope: EntryEnvelope) -> dict[str, object]:
    """Who recorded it, and for which organisation."""
    by = envelope.recorded_by
    return {
        "by": by,
        "role": (by.role or "").replace("_", " ") if by else "",
        "organisation": envelope.organisation,
    }


def answer_rows(shown: Entry, questions: Iterable[Question], names: NameLookup) -> list[dict[str, object]]:
    """Each question of its form and what was answered."""
    written = shown.data.written()
    return [
        {"label": question.label, "lines": question.in_words(written.get(str(question.path[-1])), names)}
        for question in questions
        # What a child said stands at the top of the page, large and alone: a row of a table would say it a second time.
        if not (question.name == "data-words" and _voice(shown))
    ]


def linked(entries: Iterable[Entry], names: NameLookup, request: PageRequest) -> list[LinkedEntry]:
    """Links to the entries that belong to it."""
    return [
        LinkedEntry(at_moment(entry_url(each.id), request), each.happened.in_words(), each.data.sentence(names))
        for each in entries
    ]


def version_notice(chain: Sequence[ShownVersion], asked_for: Entry, shown: Entry, request: PageRequest) -> dict[str, object]:
    """Every version, and what to say at the top where the one shown does not stand."""
    current = next((each for each in chain if each.current), None)
    last = chain[-1]
    return {
        "versions": chain,
        "withdrawn": last if current is None and last.entry.withdraws is not None else None,
        "put_back_url": withdraw_url(last.entry.id) if last.entry.withdraws is not None else "",
        "newer": current if current is not None and current.entry.id != shown.id else None,
        "newer_url": at_moment(entry_url(current.entry.id), request) if current is not None else "",
        "moved": current is not None and is_elsewhere(current.entry, shown),
        "asked_for": asked_for.id,
    }


def _voice(entry: Entry) -> str:
    """The child's own words, if that is what it holds."""
    return str(getattr(entry.data, "words", "")) if entry.type == "voice_recorded" else ""
