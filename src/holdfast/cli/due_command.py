"""``holdfast due``: when a standard would be due, with the arithmetic. Needs no database."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

import typer

from holdfast.cli.case_option import when_of
from holdfast.cli.nearest import did_you_mean
from holdfast.cli.preflight import stop_with
from holdfast.cli.values_file import REFUSED, values_in
from holdfast.engine.due import DueAnswer, due_after
from holdfast.engine.sentences import in_words
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


class DueFormat(StrEnum):
    """How the answer is written."""

    text = "text"
    json = "json"


def due(
    id: Annotated[str, typer.Argument(metavar="ID", help="A standard, such as CP-06.")],
    *,
    trigger: Annotated[
        str, typer.Option("--trigger", metavar="WHEN", help="When the clock starts: a day, an instant, a month, a range.")
    ],
    born: Annotated[str | None, typer.Option("--born", metavar="DATE", help="Date of birth, for what counts from it.")] = None,
    expected: Annotated[str | None, typer.Option("--expected", metavar="DATE", help="The day a baby is due.")] = None,
    values: Annotated[str | None, typer.Option("--values", metavar="FILE", help="With a partnership's own values.")] = None,
    format: Annotated[DueFormat, typer.Option("--format", help="text or json.")] = DueFormat.text,
) -> None:
    """When ID would be due if WHEN started it, and how that was counted, day by day.

    For what is due before a planned day, WHEN is that day. Ends with 2 where it is refused.
    """
    chosen = values_in(values)
    rule = chosen.standard(_standard(id))
    when = when_of("--trigger", trigger)
    found = due_after(
        rule,
        when,
        born=when_of("--born", born) if born else None,
        expected=when_of("--expected", expected) if expected else None,
        leap=chosen.leap_birthdays,
    )
    if format is DueFormat.json:
        typer.echo(json.dumps(_json(found, when), ensure_ascii=False))
        return
    for line in _lines(found, when):
        typer.echo(line)


def _standard(id: str) -> Standard:
    name = id.strip().upper()
    # Both are listed together, so that somebody will ask it of a signal.
    if name in SIGNALS:
        stop_with(f"{name} is a signal: it is raised by what happens and is never due. Name a standard.", REFUSED)
    if name not in STANDARDS:
        stop_with(f"There is no standard {id!r}.{did_you_mean(name, STANDARDS)}", REFUSED)
    return STANDARDS[name]


def _json(found: DueAnswer, trigger: When) -> dict[str, Any]:
    return {
        "standard": found.rule.id,
        "trigger": trigger.to_json(),
        "due": _iso(found.due),
        "missing": found.due.missing if isinstance(found.due, Unknown) else None,
        "approximate": found.approximate,
        "edition": found.version.edition if found.version else None,
        "in_force": found.rule.in_force(trigger.last),
        "arithmetic": [{"day": step.day.isoformat(), "number": step.number, "words": step.words} for step in found.steps],
        "words": found.words,
    }


def _iso(due: Any) -> str | None:
    if isinstance(due, Unknown):
        return None
    return due.astimezone(UTC).isoformat().replace("+00:00", "Z") if isinstance(due, datetime) else str(due.isoformat())


def _lines(found: DueAnswer, trigger: When) -> list[str]:
    rule = found.rule
    lines = [f"{rule.id}  {rule.title}", f"Started {trigger.placed()}; limit: {rule.limit.in_words()}."]
    if isinstance(found.due, Unknown):
        lines.append(f"Cannot tell when it is due. What is missing: {found.due.missing}.")
    else:
        doubt = " (about: the start is not exact)" if found.approximate else ""
        lines += [f"Due {_iso(found.due)}, {in_words(found.due)}{doubt}.", "", *(f"  {step.words}" for step in found.steps), ""]
        lines.append(found.words)
    if found.version is not None:
        lines.append(f"By {found.version.edition}, in force from {found.version.since}.")
    if rule.check_before_release:
        lines.append("Check against the current edition.")
    # The day is worked out all the same: whoever asks wants the count, and has to know that nothing in the record is judged by
    # it.
    if rule.switch is not None and rule.switch.on_from is None:
        lines.append(f"Ships switched off: {rule.switch.because}")
    elif not rule.in_force(trigger.last):
        lines.append("It was not in force on that day: nothing was due by it.")
    return [*lines, *(f"Source: {source.document}, {source.locator} ({source.verification})" for source in rule.sources)]
