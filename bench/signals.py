"""How often each signal cries wolf: every signal over ordinary invented families, read by the compiled engine.

``python -m bench.signals`` prints a row for each signal: how many alarms it raised in families that are meant to raise none,
and how many that is for each child-year, overall and by the help the child had on that day. ``--write`` puts the table into
a page between its marks.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from bench.ordinary import END, START, Household, households
from bench.ordinary.deal import AT
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.compiled.instants import LAST, NEVER
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import spans
from holdfast.kernel.moment import Moment
from holdfast.signals import SIGNALS
from holdfast.standards.care_states import LOOKED_AFTER
from holdfast.standards.states import CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, EARLY_HELP_PLAN, PRE_PROCEEDINGS
from holdfast.vocabulary.world import World

CHILD_YEARS = 2000
LEVELS = (
    ("looked after", LOOKED_AFTER),
    ("before court", PRE_PROCEEDINGS),
    ("protected", CHILD_PROTECTION_PLAN),
    ("in need", CHILD_IN_NEED_PLAN),
    ("early help", EARLY_HELP_PLAN),
)
EVERYBODY = "universal"
COLUMNS = (EVERYBODY, *(name for name, _ in reversed(LEVELS)))
WEEK = timedelta(days=7)
BEGINS, ENDS = "<!-- table: begin -->", "<!-- table: end -->"


@dataclass(frozen=True)
class Alarm:
    """A signal that showed for a child on a day, what help the child had on it, and the sentence a person would have read."""

    signal: str
    family: str
    child: str
    on: date
    level: str
    why: str


@dataclass
class Told:
    """What the signals said, and how many child-years of each help there were to say it of."""

    alarms: list[Alarm] = field(default_factory=list)
    years: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Told") -> None:
        """And what they said of another family."""
        self.alarms += other.alarms
        self.years.update(other.years)

    def count(self, signal: str, level: str | None = None) -> int:
        """How many alarms."""
        return sum(alarm.signal == signal and level in (None, alarm.level) for alarm in self.alarms)

    def rate(self, signal: str, level: str | None = None) -> float:
        """Alarms for each child-year; nothing where there was no such year."""
        years = self.years.total() if level is None else self.years[level]
        return self.count(signal, level) / years if years else 0.0


Family = tuple[str, World, dict[str, tuple[date, date]]]


def listen(years: float, processes: int = 2) -> Told:
    """All the signals over so many child-years."""
    told = Told()
    families = (_family(each) for each in households(years))
    if processes == 1:
        for one in families:
            told.add(_listen(one))
        return told
    with ProcessPoolExecutor(processes) as pool:
        for found in pool.map(_listen, families, chunksize=8):
            told.add(found)
    return told


def _family(one: Household) -> Family:
    there = {}
    for child in one.children:
        begins = max(START, child.born or END - timedelta(days=round(one.years(child) * 365.25)))
        there[child.id] = (begins, END)
    return one.kind, one.world, there


def _listen(family: Family) -> Told:
    kind, world, there = family
    reader, told = CaseEvaluator(world, Moment.live(AT)), Told()
    for child, (begins, ends) in there.items():
        levels = _levels(reader, child)
        day = begins
        while day < ends:
            told.years[_level(levels, day)] += min((ends - day).days, 7) / 365.25  # type: ignore[assignment]
            day += WEEK
        for line in reader.read(child, _signals()).signals:
            if line.raised_on is not None and START <= line.raised_on <= END:
                level = _level(levels, line.raised_on)
                told.alarms.append(Alarm(line.rule, kind, child, line.raised_on, level, getattr(line.what, "why", "")))
    return told


@cache
def _signals() -> tuple[str, ...]:
    return tuple(SIGNALS)


Levels = list[tuple[str, int, int]]


def _levels(reader: CaseEvaluator, child: str) -> Levels:
    person = PersonRecord.of(reader.record, child)
    person.view.at, person.view.until = LAST, NEVER
    compiler = reader.rules.compiler
    return [(name, span.start, span.end) for name, state in LEVELS for span in spans(person, compiler.state(state))]


def _level(levels: Levels, day: date) -> str:
    return next((name for name, start, end in levels if start <= day.toordinal() < end), EVERYBODY)


def rows(told: Told) -> Iterator[tuple[str, ...]]:
    """The table, the signal that cried most often first."""
    for signal in sorted(SIGNALS, key=lambda id: (-told.count(id), id)):
        by_level = (told.rate(signal, level) for level in COLUMNS)
        yield signal, str(told.count(signal)), *(f"{rate:.3f}" if rate else "–" for rate in (told.rate(signal), *by_level))


def table(told: Told) -> str:
    """In Markdown, with the signals that said nothing named together."""
    every = list(rows(told))
    head = ("signal", "alarms", "each child-year", *COLUMNS)
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in every if row[1] != "0"]
    years = ", ".join(f"{told.years[level]:,.0f} {level}" for level in COLUMNS)
    silent = ", ".join(row[0] for row in every if row[1] == "0")
    total = len(told.alarms) / told.years.total()
    summed = f"{len(told.alarms):,} alarms of {len(SIGNALS)} signals in {told.years.total():,.0f} child-years"
    said = f"{summed}: {total:.2f} for each child-year. Child-years by the help the child had: {years}."
    return "\n".join((said, "", *lines, "", f"Silent in all of them: {silent}."))


def write(page: Path, text: str) -> None:
    """Put the table between its marks."""
    before, rest = page.read_text(encoding="utf-8").split(BEGINS)
    after = rest.split(ENDS)[1]
    page.write_text(f"{before}{BEGINS}\n{text}\n{ENDS}{after}", encoding="utf-8")


def examples(told: Told, signal: str, most: int) -> Iterable[str]:
    """Some of the alarms of one signal, in the words a person would have read."""
    found = [alarm for alarm in told.alarms if alarm.signal == signal]
    step = max(1, len(found) // most)
    return (f"  {alarm.on} {alarm.family}, {alarm.level}: {alarm.why}" for alarm in found[::step][:most])


def main() -> None:
    """Listen, and print or write what was heard."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--years", type=float, default=CHILD_YEARS, help="child-years")
    asked.add_argument("--write", type=Path, help="a page to put the table into")
    asked.add_argument("--examples", type=int, default=0, help="so many alarms of each signal, in words")
    given = asked.parse_args()
    begun = time.perf_counter()
    told = listen(given.years)
    text = table(told)
    print(text)
    for signal in sorted({alarm.signal for alarm in told.alarms}) if given.examples else ():
        print(signal, *examples(told, signal, given.examples), sep="\n")
    print(f"\n{time.perf_counter() - begun:.0f} seconds")
    if given.write:
        write(given.write, text)


if __name__ == "__main__":
    main()
