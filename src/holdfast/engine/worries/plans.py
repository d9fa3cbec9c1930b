"""Signals about plans: who came, why they ended, how they differ between brothers and sisters, and whom they are for."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from holdfast.engine.complexity import CRISIS_KINDS
from holdfast.engine.fields import listed, value
from holdfast.engine.folding import StateSpan, spans
from holdfast.engine.holding import Asked, holds
from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import is_child, raise_, root, seen_at, when_words
from holdfast.kernel.when import start_of_day
from holdfast.signals.model import Signal
from holdfast.standards.events import SocialWorkerPresent
from holdfast.standards.states import CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, EARLY_HELP_PLAN
from holdfast.vocabulary.entry import Entry

Ended = tuple[datetime, Entry] | None

LEVELS = ((3, CHILD_PROTECTION_PLAN), (2, CHILD_IN_NEED_PLAN), (1, EARLY_HELP_PLAN))
LEVEL_WORDS = {3: "a child protection plan", 2: "a child in need plan", 1: "an early help plan", 0: "no plan"}


def core_group_without_social_worker(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each core group where attendance was recorded and no social worker was there."""
    window = timedelta(days=int(signal.numbers["window_days"]))
    without = [
        entry
        for entry in life.entries("core_group_held")
        if is_child(life, entry.happened.last) and holds(SocialWorkerPresent(), Asked(life, entry)) is False
    ]
    for number, entry in enumerate(without):
        recent = [each for each in without[: number + 1] if entry.happened.last - each.happened.last < window]
        times = f" It is number {len(recent)} in {window.days} days." if len(recent) >= signal.numbers["escalate_n"] else ""
        why = f"Core group {when_words(entry)} was held with no social worker there.{times}"
        yield raise_(life, signal, seen_at(entry.happened), recent, why, key=root(life, entry))


def plan_ended_unchanged(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each plan that ended with no evidence of change, or with worrying entries just before."""
    for span in spans(life, CHILD_PROTECTION_PLAN):
        if span.ended_by is None or span.end is None or life.is_adult(span.end) or _ended_for_another_reason(life, span):
            continue
        since = span.end - timedelta(days=int(signal.numbers["days"]))
        worrying = [entry for entry in _worrying(life) if since <= entry.happened.last <= span.end]
        unsaid = not _evidenced(life, span)
        if not unsaid and len(worrying) < signal.numbers["entries"]:
            continue
        said = ["no evidence that its reasons had changed is recorded"] if unsaid else []
        if worrying:
            entries = "entry" if len(worrying) == 1 else "entries"
            said.append(f"{len(worrying)} worrying {entries} in the {signal.numbers['days']} days before")
        began, ended = when_words(span.started_by), when_words(span.ended_by)
        why = f"The child protection plan that began {began} ended {ended}: {'; '.join(said)}."
        evidence = (span.started_by, span.ended_by, *worrying)
        yield raise_(life, signal, seen_at(span.ended_by.happened), evidence, why, key=root(life, span.ended_by))


def _ended_for_another_reason(life: Life, span: StateSpan) -> bool:
    died = life.died is not None and span.end is not None and life.died.happened.first <= span.end
    return died or (span.ended_by is not None and value(span.ended_by, "kind") == "transfer_in")


def _worrying(life: Life) -> list[Entry]:
    found = [entry for entry in life.entries("observation_recorded") if listed(entry, "neglect") or listed(entry, "other")]
    found += [entry for entry in life.entries("incident_recorded") if value(entry, "kind") in CRISIS_KINDS]
    return found + list(life.entries("adult_disclosure_recorded"))


def _evidenced(life: Life, span: StateSpan) -> bool:
    """Whether the plan's own ending gives evidence, or, where only the conference speaks, its reasons."""
    assert span.ended_by is not None and span.end is not None
    endings = [
        entry for entry in life.entries("plan_ended") if abs((entry.happened.last - span.end).days) <= 7 or entry == span.ended_by
    ]
    if endings:
        return any(str(value(entry, "evidence") or "").strip() for entry in endings)
    return bool(str(getattr(life.row(span.ended_by, "decisions"), "reasons", None) or "").strip())


def siblings_at_different_levels(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each decision that leaves this child at a lower level than a brother or sister, with no reason of their own."""
    family = _household(life)
    standing: tuple[Entry, int] | None = None
    explained: int | None = None
    for entry in _decisions(life, family):
        day = entry.happened.last
        here = {
            child: _level(life, child, day)
            for child in (life.id, *family, *entry.about)
            if not Life.of(life.known, child).is_adult(day)
        }
        if life.id not in here or (life.id not in entry.about and not family):
            continue
        highest = max(here.values())
        # A reason given for this child's level holds until the level changes.
        explained = here[life.id] if _own_reason(entry, life) or explained == here[life.id] else None
        unexplained = here[life.id] < highest and explained is None
        if standing is not None and (not unexplained or standing[1] != here[life.id]):
            yield _different(life, signal, *standing, ended=(seen_at(entry.happened), entry))
            standing = None
        if unexplained and standing is None:
            standing = (entry, here[life.id])
    if standing is not None:
        yield _different(life, signal, *standing, ended=None)


def _different(life: Life, signal: Signal, entry: Entry, level: int, ended: Ended) -> Raised:
    why = (
        f"This child, {when_words(entry)}, was left with {LEVEL_WORDS[level]} and a brother or sister with more; "
        "no reason of this child's own is recorded."
    )
    return raise_(life, signal, seen_at(entry.happened), (entry,), why, ended=ended)


def _household(life: Life) -> tuple[str, ...]:
    """Brothers and sisters by the same mother, or by any parent where no mother is known."""
    by_mother = [child for child in life.siblings if Life.of(life.known, child).mothers & life.mothers]
    return tuple(by_mother) if life.mothers else life.siblings


def _decisions(life: Life, family: tuple[str, ...]) -> list[Entry]:
    """Conferences about this child or their household, and plans started on a day without one, in order."""
    children = {life.id, *family}
    conferences = [e for e in life.known.of("conference_held") if children & set(e.about) and value(e, "decisions") is not None]
    days = {entry.happened.last for entry in conferences}
    starts = [
        entry
        for entry in life.known.of("plan_started")
        if children & set(entry.about) and value(entry, "plan") == "child_protection" and entry.happened.last not in days
    ]
    return sorted(conferences + starts, key=lambda entry: (entry.happened.last, entry.recorded_at))


def _level(life: Life, child: str, day: date) -> int:
    other = Life.of(life.known, child)
    for level, state in LEVELS:
        if any(span.holds_on(day) for span in spans(other, state)):
            return level
    return 0


def _own_reason(entry: Entry, life: Life) -> bool:
    """Whether the decision gives this child a reason, other than one text copied for every child."""
    rows = listed(entry, "decisions")
    reasons = {getattr(row, "child", None): str(getattr(row, "reasons", None) or "").strip() for row in rows}
    own = reasons.get(life.id, "")
    return bool(own) and not (len(reasons) > 1 and len(set(reasons.values())) == 1)


def adult_focus(life: Life, signal: Signal) -> Iterator[Raised]:
    """Days on which the actions agreed so far are mostly for adults, or none is this child's own."""
    so_far: list[Entry] = []
    standing: tuple[Entry, str, tuple[Entry, ...]] | None = None
    for _, batch in groupby(life.entries("action_agreed"), key=lambda entry: entry.happened.last):
        so_far += batch
        last = so_far[-1]
        if life.is_adult(last.happened.last):
            break
        adult = [entry for entry in so_far if value(entry, "for") == "parent"]
        own = [e for e in so_far if value(e, "for") != "parent" and value(e, "child") in (None, life.id)]
        share = len(adult) / len(so_far)
        found = share > signal.numbers["share"] or not own
        if found and standing is None:
            none = " None is this child's own." if not own else ""
            standing = (last, f"{len(adult)} of the plan's {len(so_far)} actions are for adults.{none}", tuple(so_far))
        elif not found and standing is not None:
            yield _adult(life, signal, standing, (seen_at(last.happened), last))
            standing = None
    if standing is not None:
        yield _adult(life, signal, standing, None)


def _adult(life: Life, signal: Signal, standing: tuple[Entry, str, tuple[Entry, ...]], ended: Ended) -> Raised:
    last, why, evidence = standing
    at = start_of_day(last.happened.last)
    return raise_(life, signal, at, evidence, why, key=root(life, last), ended=ended)
