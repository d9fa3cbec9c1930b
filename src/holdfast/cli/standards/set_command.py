"""``holdfast standards set``: a partnership's own value, dated, with who decided it and why, and what it would change."""

from datetime import date
from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, now, stop_with
from holdfast.cli.progress import ProgressBar
from holdfast.standards.local_values import LocalValue, ValueRefused

REFUSED = 2


def set_value(
    id: Annotated[str, typer.Argument(metavar="ID", help="A standard or signal, or BIRTHDAYS.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="A number, or the code of a choice. For in_force: on.")],
    *,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="The first day it holds.")],
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who decided it, by name and post.")],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="Why it is right for this partnership.")],
    name: Annotated[str, typer.Option("--name", help="limit, start, in_force, or the name of a signal's number.")] = "limit",
    preview: Annotated[bool, typer.Option("--preview", help="Only say what it would change.")] = False,
) -> None:
    """Set VALUE for ID from a day on. What started before then is judged as it was.

    A value set by law or statutory guidance can be made tighter, never looser. Ends with 2 where it is refused.
    """
    chosen = LocalValue(id.strip().upper(), name, _read(value), _date(since), by, why)
    begin()
    need_tables()
    from holdfast.record import value_preview

    try:
        with ProgressBar("Trying it out") as shown:
            found = value_preview.preview(chosen, at=now(), progress=shown.to)
        typer.echo(found.in_words())
        # What it would change is said either way, before it is set: the numbers belong with who decided it.
        if preview:
            return
        value_preview.store_value(chosen, at=now())
        with ProgressBar("Working out") as shown:
            value_preview.recompute_affected(chosen, at=now(), progress=shown.to)
    except ValueRefused as refused:
        stop_with(f"{refused.field}: {refused.what} {refused.do}", REFUSED)
    typer.echo(f"{chosen.rule}: {chosen.name} is {chosen.value} from {chosen.since}, decided by {chosen.by}.")


def _read(value: str) -> int | float | str:
    # A choice is a code and a limit a number; which of them this rule takes is the rule's to say, so that what is neither is
    # refused in its words.
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop_with(f"--since: {text!r} is not a day. Write it like 2026-04-01.", REFUSED)
