"""What commands that read a case share: the file, and the moment at which it is read."""

import json
from pathlib import Path

import typer

from holdfast.cli.preflight import now, say, stop_with
from holdfast.cli.values_file import REFUSED
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import When, end_of_day, london_day
from holdfast.vocabulary.case_file import CaseRefused, read_case
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.scalars import read_when
from holdfast.vocabulary.world import World


def world_in(file: Path) -> World:
    """The case in ``file``. Stops with every fault where it does not fit."""
    try:
        return read_case(file.read_bytes(), london_day(now()))
    except OSError as error:
        stop_with(f"{file} cannot be read: {error.strerror}. Check the name and try again.", REFUSED)
    except CaseRefused as refused:
        say(f"{file} does not fit the case file format; nothing was read. {len(refused.faults)} to put right:")
        for fault in refused.faults:
            say(f"  {fault.path}: {fault.what} {fault.do}")
        raise typer.Exit(REFUSED) from refused


def moment_of(as_at: str | None, known_at: str | None) -> Moment:
    """The moment that ``--as-at`` and ``--known-at`` say; now, where they say nothing."""
    # The end of the day and not its beginning: what was done on it was done by then.
    stop = end_of_day(exact("--as-at", as_at).last) if as_at else now()
    # Everything that was recorded since counts unless it is hidden: a review asks what happened, and only then what was known.
    known = exact("--known-at", known_at).end if known_at else FOREVER
    return Moment(stop, known)


def when_of(option: str, text: str) -> When:
    """A date as the case file writes it, a range as JSON among them, or the end with what is wrong."""
    try:
        return read_when(json.loads(text) if text.lstrip().startswith("{") else text)
    except json.JSONDecodeError:
        stop_with(f'{option}: {text!r} is no range: write it like {{"from": "2019-09-01", "to": "2019-10-31"}}.', REFUSED)
    except Wrong as wrong:
        stop_with(f"{option}: {wrong}. {wrong.do}", REFUSED)
    except ValueError as error:
        stop_with(f"{option}: {error}.", REFUSED)


def exact(option: str, text: str) -> When:
    """The same, where only one day will do."""
    when = when_of(option, text)
    if not when.exact:
        stop_with(f"{option}: {text!r} is not one day. Write it like 2019-12-31.", REFUSED)
    return when
