"""What came of an entry: which clocks it started, met or ended, and which worries it is part of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.sentences import in_words, why
from holdfast.kernel.when import london_day
from holdfast.pages.record_something.links import standard_url
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class Came:
    """One thing that came of it, for some of the children. ``how``: it met a standard, started one, ended the need for one;
    it was asked of the entry itself and is still open (asked) or was kept; or it is part of a worry."""

    how: str
    title: str
    said: str
    why: str
    state: str
    url: str
    children: tuple[str, ...]

    @property
    def whom(self) -> str:
        """The children, as they are said in a sentence."""
        return listed(self.children)


ORDER = ("met", "asked", "worry", "started", "ended", "kept")


def following(entry: Entry, versions: Iterable[str], world: World, reader: CaseEvaluator) -> list[Came]:
    """Everything that came of an entry, for every child it is about. ``versions`` are the ids it has been known under."""
    ids, at = {entry.id, *versions}, reader.moment.as_at
    touched = reader.rules.used.touched_by([entry.type])
    only = [id for id in reader.rules.used.ids if id in touched]
    found: dict[tuple[str, str, str], Came] = {}
    for child in entry.about:
        for line in reader.read(child, only).lines:
            for came in _came(line, ids, at, world):
                key = (came.how, came.url, came.said)
                before = found[key].children if key in found else ()
                name = world.names.person(child)
                found[key] = Came(**{**came.__dict__, "children": before if name in before else (*before, name)})
    return sorted(found.values(), key=lambda each: (ORDER.index(each.how), each.title))


def _came(line: HistoryLine, ids: set[str], at: datetime, world: World) -> Iterator[Came]:
    if line.withdrawn_at is not None:
        return
    if isinstance(line.what, Clock):
        yield from _clock(line.what, ids, at)
    elif ids & set(line.what.evidence):
        yield _worry(line.what)


def _clock(clock: Clock, ids: set[str], at: datetime) -> Iterator[Came]:
    state = clock.state(at)
    started, met = clock.trigger in ids, clock.met_by in ids

    def came(how: str, said: str) -> Came:
        title = STANDARDS[clock.standard].title
        return Came(how, title, said, why(clock, at), state, standard_url(clock.standard), ())

    if started and (met or clock.gate):
        yield came("kept", "This was asked of it, and it is so.") if state == "met" else came("asked", _asked(clock, state))
        return
    if met and state in ("met", "met_late"):
        due = f", due {in_words(clock.due)}" if clock.due else ""
        yield came("met", f"This meets it{due}{'. It was late' if state == 'met_late' else ''}.")
    if started:
        yield came("started", _started(clock, state))
    if clock.excused_by in ids and not (met or started):
        yield came("ended", "This ends the need for it.")


def _started(clock: Clock, state: str) -> str:
    if state == "cannot_tell":
        return f"This starts it. Nobody can tell yet when it is due: {clock.missing} is not recorded."
    due = f"This starts it, due by {in_words(clock.due)}." if clock.due else "This starts it."
    settled = {
        "met": " It has been done since.",
        "met_late": " It has been done since, late.",
        "not_required": " It is no longer required.",
    }
    return f"{due}{settled.get(state, '')}"


def _asked(clock: Clock, state: str) -> str:
    if state == "cannot_tell":
        return f"This was asked of it. Nobody can tell whether it is so: {clock.missing} is not recorded."
    return "This was asked of it. It was put right later." if state == "met_late" else "This was asked of it, and it is not so."


def _worry(raised: Finding) -> Came:
    signal = SIGNALS[raised.signal]
    over = "" if raised.ended_at is None else f" It ended on {in_words(london_day(raised.ended_at))}."
    return Came(
        "worry",
        signal.title,
        f"This is one of the entries behind it.{over}",
        raised.why,
        "ended" if over else "raised",
        standard_url(signal.id),
        (),
    )
