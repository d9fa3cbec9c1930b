"""What came of an entry: which clocks it started, met or ended, and which worries it is part of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.sentences import in_words, why
from holdfast.kernel.when import london_day
from holdfast.pages.entries.links import standard_url
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class EntryEffect:
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


# What somebody has just done comes first, then what is open, then what can wait.
ORDER = ("met", "asked", "worry", "started", "ended", "kept")


def effects(versions: Iterable[str], lines: Iterable[tuple[str, HistoryLine]], world: World, at: datetime) -> list[EntryEffect]:
    """What came of an entry known under the ids ``versions``, said once for all the children it is the same for."""
    ids = set(versions)
    found: dict[tuple[str, str, str], EntryEffect] = {}
    for child, line in lines:
        name = world.names.person(child)
        for effect in _effects(line, ids, at):
            key = (effect.how, effect.url, effect.said)
            before = found[key].children if key in found else ()
            found[key] = replace(effect, children=before if name in before else (*before, name))
    return sorted(found.values(), key=lambda each: (ORDER.index(each.how), each.title))


def _effects(line: HistoryLine, ids: set[str], at: datetime) -> Iterator[EntryEffect]:
    if isinstance(line.what, Clock):
        yield from _of_clock(line.what, ids, at)
    elif ids & set(line.what.evidence):
        yield _of_signal(line.what)


def _of_clock(clock: Clock, ids: set[str], at: datetime) -> Iterator[EntryEffect]:
    state = clock.state(at)
    started, met = clock.trigger in ids, clock.met_by in ids

    def effect(how: str, said: str) -> EntryEffect:
        title = STANDARDS[clock.standard].title
        return EntryEffect(how, title, said, why(clock, at), state, standard_url(clock.standard), ())

    # A gate is asked of the entry itself ("was the child seen alone?"), and a limit can be met by the entry that starts it. To
    # say that it started a clock and met it would tell somebody the same thing twice.
    if started and (met or clock.gate):
        yield effect("kept", "This was asked of it, and it is so.") if state == "met" else effect("asked", _asked(clock, state))
        return
    if met and state in ("met", "met_late"):
        due = f", due {in_words(clock.due)}" if clock.due else ""
        yield effect("met", f"This meets it{due}{'. It was late' if state == 'met_late' else ''}.")
    if started:
        yield effect("started", _started(clock, state))
    # An entry that met or started a clock did not also end the need for it, though it may be named as both.
    if clock.excused_by in ids and not (met or started):
        yield effect("ended", "This ends the need for it.")


def _started(clock: Clock, state: str) -> str:
    if state == "cannot_tell":
        return f"This starts it. Nobody can tell yet when it is due: {clock.missing} is not recorded."
    due = f"This starts it, due by {in_words(clock.due)}." if clock.due else "This starts it."
    # An entry may be read long after it was recorded: that it started a clock is history by then, and is said with how it ended.
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


def _of_signal(raised: Finding) -> EntryEffect:
    signal = SIGNALS[raised.signal]
    over = "" if raised.ended_at is None else f" It ended on {in_words(london_day(raised.ended_at))}."
    return EntryEffect(
        "worry",
        signal.title,
        f"This is one of the entries behind it.{over}",
        raised.why,
        "ended" if over else "raised",
        standard_url(signal.id),
        (),
    )
