"""``holdfast explain``: why a clock or a signal stands as it does for a child, and how it would stand had something happened
on another day. Reads the record, or a case file with ``--case``."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from holdfast.cli.case_option import moment_of, when_of, world_in
from holdfast.cli.nearest import did_you_mean
from holdfast.cli.preflight import begin, need_tables, stop_with
from holdfast.cli.values_file import REFUSED, values_in
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.generated_source import python_source_of
from holdfast.engine.explanation import Explanation, supposing, who_was_told
from holdfast.engine.explanation import explain as explained
from holdfast.engine.rulebook import published
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, day_in_words
from holdfast.standards.local_values import Values
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


class ExplainFormat(StrEnum):
    """How the answer is written."""

    text = "text"
    json = "json"


def explain(
    child: Annotated[str, typer.Argument(metavar="CHILD", help="The child's id.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="A standard or a signal.")],
    *,
    as_at: Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="Stop the world at the end of this day.")] = None,
    known_at: Annotated[str | None, typer.Option("--known-at", metavar="INSTANT", help="Hide what was recorded later.")] = None,
    case: Annotated[Path | None, typer.Option("--case", metavar="FILE", help="Read this case file and no database.")] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option("--what-if", metavar="ENTRY=WHEN", help="Had that entry happened then, or never. Nothing is written."),
    ] = None,
    values: Annotated[str | None, typer.Option("--values", metavar="FILE", help="With the values of this file.")] = None,
    format: Annotated[ExplainFormat, typer.Option("--format", help="text or json.")] = ExplainFormat.text,
    source: Annotated[bool, typer.Option("--source", help="Show what the rule is compiled to, and nothing else.")] = False,
) -> None:
    """The sentence, the count of days with its holidays, the entries, the source, and who was told and when."""
    rule = _rule(id)
    # Before anything is read: what a rule is compiled to is the same for every child.
    if source:
        typer.echo(python_source_of(rule, published()))
        return
    moment = moment_of(as_at, known_at)
    world, chosen = _read(child, case, moment, values)
    # Somebody may be written about and not be on the list of people, in a case file that is not whole.
    if child not in world.people and all(child not in entry.about for entry in world.entries):
        stop_with(f"There is nobody with the id {child!r} here.", REFUSED)
    supposed = _supposed(world, what_if or [])
    found = explained(world if supposed is None else supposed, child, rule, moment, chosen)
    if format is ExplainFormat.json:
        for each in found:
            typer.echo(json.dumps(_json(each), ensure_ascii=False))
        return
    if supposed is not None:
        typer.echo("Supposing " + "; ".join(what_if or []) + ". Nothing was written.\n")
    if not found:
        typer.echo(f"{rule} says nothing of {world.names.person(child)} by then: nothing recorded starts it.")
    for each in found:
        typer.echo("\n".join(_lines(each, world)) + "\n")


def _rule(id: str) -> str:
    rule = id.strip().upper()
    if rule not in published():
        stop_with(f"There is no standard or signal {id!r}.{did_you_mean(rule, published().ids)}", REFUSED)
    return rule


def _read(child: str, case: Path | None, moment: Moment, values: str | None) -> tuple[World, Values]:
    if case is not None:
        return world_in(case), values_in(values)
    begin()
    need_tables()
    from holdfast.record import partnership_values, read

    return read.world_around(child, moment), values_in(values) if values else partnership_values.load_values()


def _supposed(world: World, what_if: list[str]) -> World | None:
    changes: dict[str, When | None] = {}
    for each in what_if:
        entry, _, when = each.partition("=")
        if not when:
            stop_with(f"--what-if: {each!r} is not ENTRY=WHEN. Write it like e12=2018-10-12, or e12=never.", REFUSED)
        changes[entry] = None if when == "never" else when_of("--what-if", when)
    try:
        return supposing(world, changes) if changes else None
    except KeyError as missing:
        stop_with(f"--what-if: there is no entry {missing.args[0]!r} about this family.", REFUSED)


def _lines(each: Explanation, world: World) -> list[str]:
    what = each.line.what
    rule = what.standard if isinstance(what, Clock) else what.signal
    lines = [f"{rule} · {each.replayed.state.replace('_', ' ')} · {each.replayed.why}"]
    if each.steps:
        lines += ["", "How it was counted", *(f"  {step.words}" for step in each.steps)]
    if what.approximate:
        lines.append("  About: a date it rests on is not exact.")
    lines += ["", "Entries"]
    lines += [f"  {_entry(entry, world)}" for entry in each.entries]
    if each.sources:
        edition = f" ({each.version.edition} in force from {each.version.since})" if each.version else ""
        lines += [
            "",
            f"Source{edition}",
            *(f"  {source.document}, {source.locator} ({source.verification})" for source in each.sources),
        ]
    told = [f"  {words}" for words in who_was_told(each, world)]
    lines += ["", "Who was told", *(told or ["  Nobody: it has not shown as overdue or worrying."])]
    return lines


def _entry(entry: Entry, world: World) -> str:
    said = entry.data.sentence(world.names)
    return f"{entry.id}  {entry.happened.in_words()}, recorded {day_in_words(entry.recorded_at.date())}: {said}"


def _json(each: Explanation) -> dict[str, Any]:
    return each.replayed.to_json() | {
        "arithmetic": [{"day": step.day.isoformat(), "number": step.number, "words": step.words} for step in each.steps],
        "counted": each.words,
        "entries": [entry.id for entry in each.entries],
        "edition": each.version.edition if each.version else None,
        "source": [{"document": s.document, "locator": s.locator, "verification": s.verification} for s in each.sources],
    }
