"""Who sent an entry, and whose worry it is, as entries that add up are told apart: for every entry of a type at once."""

import pyarrow as pa

from holdfast.engine.bulk.asking import Asked, CannotCompile
from holdfast.engine.bulk.layout import text_column

NOBODY = "CAST(NULL AS VARCHAR)"


def sender(asked: Asked) -> str:
    """Whoever sent it: their agency where they wrote from one, otherwise themselves as they are named."""
    shape = asked.shape("from")
    if shape is None:
        return NOBODY
    if shape.kind != "row" or shape.many:
        raise CannotCompile(f"who sent a {asked.type}")
    fields = {each.name for each in shape.fields}
    told = ("organisation", "worker", "name", "role")
    parts = {part: f"NULLIF(e.f_from.{part}, '')" if part in fields else NOBODY for part in told}
    worker = asked.join("all_workers", f"{{it}}.id = {parts['worker']}")
    agency = f"COALESCE({parts['organisation']}, NULLIF({worker}.organisation, ''))"
    named = f"COALESCE({agency}, {parts['worker']}, {parts['name']}, {parts['role']})"
    folded = asked.join(_folded(asked, parts), f"{{it}}.said = {named}")
    row = f"CASE WHEN e.f_from IS NOT NULL THEN {folded}.folded END"
    return f"COALESCE({_plainly(asked)}, {row})" if shape.also else row


def source(asked: Asked) -> str:
    """Whose worry it is: an agency that sent it, where somebody did, and otherwise that of whoever recorded it."""
    recorder = asked.join("all_workers", "{it}.id = e.recorder")
    own = f"NULLIF({recorder}.organisation, '')"
    shape = asked.shape("from")
    if shape is None:
        return own
    said = sender(asked)
    fields = {each.name for each in shape.fields}
    named = "NULLIF(e.f_from.worker, '')" if "worker" in fields else NOBODY
    worker = asked.join("all_workers", f"{{it}}.id = {named}")
    agency = "NULLIF(e.f_from.organisation, '')" if "organisation" in fields else NOBODY
    row = f"COALESCE(NULLIF({worker}.organisation, ''), {agency}, {said})"
    plain = f"WHEN e.{text_column('from')} IS NOT NULL THEN {said} " if shape.also else ""
    return f"CASE {plain}WHEN e.f_from IS NOT NULL THEN {row} ELSE {own} END"


def _plainly(asked: Asked) -> str:
    """A sender who is given as a plain id, or in plain words."""
    text = f"NULLIF(e.{text_column('from')}, '')"
    worker = asked.join("all_workers", f"{{it}}.id = {text}")
    return f"(CASE WHEN {text} IS NOT NULL THEN COALESCE(NULLIF({worker}.organisation, ''), {text}) END)"


def _folded(asked: Asked, parts: dict[str, str]) -> str:
    """The table of everything a sender is called, without regard to case."""

    def make() -> pa.Table:
        machine = asked.prepare.machine
        each = [f"SELECT DISTINCT {part} AS said FROM known_{asked.type} AS e" for part in parts.values() if part != NOBODY]
        said = {row[0] for query in (*each, "SELECT DISTINCT organisation FROM all_workers") for row in machine.rows(query)}
        rows = [{"said": one, "folded": one.strip().casefold()} for one in said if one]
        return pa.Table.from_pylist(rows, schema=pa.schema([("said", pa.string()), ("folded", pa.string())]))

    return asked.prepare.put(f"folded_{asked.type}", make)
