"""The days between visits, as a picture and in words: how long the child went without being seen."""

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import day_in_words
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry

MOST_GAPS = 12
MOST_DAYS = 365
WIDTH, HEIGHT, LEFT, RIGHT = 720.0, 96.0, 18.0, 18.0
# From how many days on a gap is drawn heavy. A picture's choice, not a standard: the clocks say what is due.
LONG = 14


@dataclass(frozen=True)
class Visit:
    """One visit to the child. ``seen`` and ``alone``: whether the child was."""

    entry: str
    day: date
    seen: bool
    alone: bool
    words: str
    exact: bool


@dataclass(frozen=True)
class VisitGap:
    """The days from one time the child was seen to the next, or to the page's day."""

    since: date
    until: date
    days: int
    open: bool

    @property
    def words(self) -> str:
        until = "today" if self.open else day_in_words(self.until)
        return f"{day_in_words(self.since)} to {until}: {self.days} {'day' if self.days == 1 else 'days'}"


@dataclass(frozen=True)
class VisitGaps:
    """Visits and the gaps between them. ``svg`` is the picture, ``said`` the same in a sentence, ``gaps`` its list."""

    visits: tuple[Visit, ...]
    gaps: tuple[VisitGap, ...]
    last_seen: str
    last_alone: str
    said: str
    svg: str


def visit_gaps(case: Case) -> VisitGaps:
    """Every visit about the child, and the days between those at which the child was seen."""
    made = [_visit(case, entry) for entry in case.entries("visit_made")]
    # A visit at which the child was not seen closes no gap: somebody at the door is not somebody who saw the child.
    seen = [visit for visit in made if visit.seen]
    gaps = [VisitGap(a.day, b.day, (b.day - a.day).days, False) for a, b in itertools.pairwise(seen)]
    if seen:
        # The gap that is still open is the one that matters; a picture that ended at the last visit would hide it.
        gaps.append(VisitGap(seen[-1].day, case.day, (case.day - seen[-1].day).days, True))
    # Two visits on one day leave nothing to draw.
    shown = tuple(gap for gap in gaps if gap.days > 0)[-MOST_GAPS:]
    alone = [visit for visit in made if visit.alone]
    last = f"{seen[-1].words}" if seen else f"No visit at which {case.name} was seen is recorded."
    last_alone = f"{alone[-1].words}" if alone else f"Nobody has recorded seeing {case.name} alone."
    return VisitGaps(tuple(made), shown, last, last_alone, _said(case, shown), _svg(case, made, shown))


def _visit(case: Case, entry: Entry) -> Visit:
    seen, alone = case.view.names_child(entry, "seen"), case.view.names_child(entry, "seen_alone")
    # Not answered is said as such: taken for "not seen" it would accuse somebody who only left a box empty.
    how = (
        "seen alone"
        if alone
        else "seen"
        if seen
        else "not seen"
        if value(entry, "seen") is not None
        else "who was seen is not recorded"
    )
    days = (case.day - entry.happened.last).days
    ago = f" ({days} days ago)" if entry.happened.exact and days > 1 else ""
    who = value(entry, "worker")
    by = f", by {case.names.worker(str(who))}" if who else ""
    words = f"{entry.happened.in_words()}{ago}{by}: {how}"
    return Visit(entry.id, entry.happened.last, seen or alone, alone, words, entry.happened.exact)


def _said(case: Case, gaps: tuple[VisitGap, ...]) -> str:
    if not gaps:
        return f"There are not two recorded days on which {case.name} was seen, so there is no gap to show."
    longest = max(gaps, key=lambda gap: gap.days)
    now = f" {case.name} was last seen {gaps[-1].days} days ago." if gaps[-1].open else ""
    dates = longest.words.split(": ")[0]
    return f"The longest time between two visits at which {case.name} was seen: {longest.days} days, {dates}.{now}"


def _svg(case: Case, made: list[Visit], gaps: tuple[VisitGap, ...]) -> str:
    """A line of days with a mark for each visit and the length of each gap over it. Empty when there is nothing to draw."""
    if not gaps:
        return ""
    # A year at most: a gap of two years ago would press this month's together to nothing.
    start = max(gaps[0].since, case.day - timedelta(days=MOST_DAYS))
    span = max((case.day - start).days, 1)

    def x(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (max(day, start) - start).days / span, 1)

    parts = [
        f'<svg class="hf-visits" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-labelledby="visits-title visits-desc">',
        f'<title id="visits-title">Days between visits</title><desc id="visits-desc">{escape(_said(case, gaps))}</desc>',
    ]
    for gap in gaps:
        if gap.until > start:
            parts.append(_gap(gap, x(gap.since), x(gap.until)))
    parts.extend(_mark(visit, x(visit.day)) for visit in made if visit.day >= start)
    foot, end = HEIGHT - 8, WIDTH - RIGHT
    parts.append(f'<text class="hf-visits__day" x="{LEFT:g}" y="{foot:g}">{day_in_words(start)}</text>')
    parts.append(f'<text class="hf-visits__day hf-visits__day--end" x="{end:g}" y="{foot:g}">{day_in_words(case.day)}</text>')
    return "".join([*parts, "</svg>"])


def _gap(gap: VisitGap, left: float, right: float) -> str:
    heavy = " hf-visits__gap--long" if gap.days > LONG else ""
    line = f'<path class="hf-visits__gap{heavy}" d="M{left:g} 48H{right:g}"/>'
    # Too narrow for a number; the list under the picture has every gap in words.
    if right - left < 22:
        return line
    words = f"{gap.days} days" if right - left > 58 else str(gap.days)
    return f'{line}<text class="hf-visits__days" x="{(left + right) / 2:g}" y="34">{words}</text>'


def _mark(visit: Visit, x: float) -> str:
    if visit.alone:
        return f'<circle class="hf-visits__alone" cx="{x:g}" cy="48" r="8"/>'
    if visit.seen:
        return f'<circle class="hf-visits__seen" cx="{x:g}" cy="48" r="8"/>'
    return f'<path class="hf-visits__not-seen" d="M{x - 6:g} 42L{x + 6:g} 54M{x - 6:g} 54L{x + 6:g} 42"/>'
