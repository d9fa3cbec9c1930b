"""``holdfast standards list``: every standard and signal, as a table or one JSON object a line. Needs no database."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from holdfast.cli.values_file import values_in
from holdfast.signals import SIGNALS
from holdfast.signals.published import signal_facts
from holdfast.standards import STANDARDS
from holdfast.standards.published import standard_facts


class ListFormat(StrEnum):
    """How the list is written."""

    table = "table"
    json = "json"


def list_rules(
    format: Annotated[ListFormat, typer.Option("--format", help="table, or json (one object a line).")] = ListFormat.table,
    find: Annotated[str, typer.Option("--find", metavar="WORDS", help="Only those whose id or title has these words.")] = "",
    values: Annotated[str | None, typer.Option("--values", metavar="FILE", help="Show with the values of this file.")] = None,
) -> None:
    """Every standard and signal: its limit, how far it binds, who is responsible, its source, and whether it is on."""
    chosen = values_in(values)
    facts = [standard_facts(rule, chosen) for rule in STANDARDS.values()]
    facts += [signal_facts(signal, chosen) for signal in SIGNALS.values()]
    # All words, in any order, in the id or the title: people remember "core group" and not CP-20.
    wanted = [
        each for each in facts if all(word in f"{each['id']} {each['title']}".casefold() for word in find.casefold().split())
    ]
    if format is ListFormat.json:
        for each in wanted:
            typer.echo(json.dumps(each, ensure_ascii=False))
        return
    table = Table("Id", "What", "Limit", "Binding", "Responsible", "On", show_lines=False, pad_edge=False)
    for each in wanted:
        table.add_row(each["id"], each["title"], _limit(each), _words(each["binding"]), _words(each["responsible"]), _on(each))
    Console().print(table)


def _limit(facts: dict[str, Any]) -> str:
    if facts["kind"] == "signal":
        return facts["ladder"]
    return STANDARDS[facts["id"]].limit.in_words()


def _words(code: str | None) -> str:
    return (code or "").replace("_", " ")


def _on(facts: dict[str, Any]) -> str:
    if not facts["on"]:
        return f"off: {facts['reason']}"
    return "on, check" if facts.get("check_before_release") else "on"
