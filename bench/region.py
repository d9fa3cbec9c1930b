"""An invented region as a snapshot, of any size: children alone and in families of three with their mothers, workers who go on
leave, what is recorded late or with an hour, and now and then an entry put right. All of it lies within the calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from holdfast.engine.bulk import snapshot_schema
from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.snapshot_writer import Snapshot
from holdfast.kernel.moment import Moment

NOW = Moment.live(datetime(2026, 1, 5, 9, tzinfo=UTC))
CHILDREN_OF_A_WORKER = 18
PLAN = "[{'child': child, 'decision': 'plan_made', 'category': 'NEG', 'reasons': 'Neglect.'}]"
DECIDED = "CASE WHEN k = 3 THEN 'plan_ended' ELSE 'plan_continued' END"
REVIEW = f"[{{'child': child, 'decision': {DECIDED}, 'category': NULL, 'reasons': 'So.'}}]"
CONFERENCE = {
    "kind": "CASE WHEN k = 0 THEN 'initial' ELSE 'review' END",
    "decisions": f"CASE WHEN k = 0 THEN {PLAN} ELSE {REVIEW} END",
}
CONTACT = "concat('contact_received-', c, '-', k)"
SENDER = "{'name': 'A', 'role': 'teacher', 'organisation': NULL, 'worker': NULL}"
Fields = dict[str, str]
KINDS: dict[str, tuple[int, int, Fields]] = {
    "worker_allocated": (1, 1, {"worker": "worker", "role": "'social_worker'"}),
    "conference_held": (4, 150, CONFERENCE),
    "visit_made": (20, 11, {"kind": "'child_protection'", "seen": "[child]", "home": "TRUE", "worker": "worker"}),
    "core_group_held": (6, 40, {}),
    "contact_received": (
        3,
        130,
        {
            "from": SENDER,
            "channel": "'form'",
            "text": "'Cold, no coat.'",
            "immediate_harm": "k = 2",
        },
    ),
    "contact_decided": (3, 130, {"contact": CONTACT, "decision": "'assessment'", "reasons": "'Needs an assessment.'"}),
    "contact_acknowledged": (2, 130, {"contact": CONTACT, "to": "['dsl']"}),
    "voice_recorded": (4, 90, {"child": "child", "how": "'words'", "words": "'I like my school.'"}),
    "observation_recorded": (4, 60, {"neglect": "['physical']", "text": "'Cold hands.'", "setting": "'school'"}),
    "supervision_held": (3, 60, {"worker": "worker", "manager": "manager"}),
    "strategy_discussion_held": (1, 1, {"decision": "'section47'"}),
}
"""What is made for each child: how many, how many days apart, and the fields. Two children in three have all of them."""
OF_WORKERS: dict[str, tuple[int, Fields]] = {
    "absence_started": (0, {"worker": "worker"}),
    "cover_named": (1, {"for": "worker", "cover": "manager"}),
    "absence_ended": (14, {"worker": "worker"}),
}
"""What is made for each worker, about nobody: on which day of their leave."""
AT_TEN = frozenset({"contact_received"})
POINTING = frozenset({"contact_decided", "contact_acknowledged"})


def make(directory: Path, children: int, *, visits: int = 20) -> int:
    """A snapshot of so many invented children, with so many visits of each. Returns how many entries it holds."""
    with Duck() as machine, Snapshot(directory) as writing:
        for type, queries in _queries(children, visits).items():
            for query in queries:
                for batch in machine.connection.cursor().sql(query).to_arrow_reader(100_000):
                    writing.add_table(type, pa.Table.from_batches([batch]).cast(snapshot_schema.ENTRIES))
        writing.table("people", _people(children))
        writing.table("relationships", _relationships(children))
        workers = _workers(children)
        writing.table("workers", (_worker(number, workers) for number in range(workers)))
        writing.table("organisations", [{"id": "csc", "kind": "childrens_social_care", "name": "Services"}])
        return writing.wrote


def _queries(children: int, visits: int) -> dict[str, list[str]]:
    found = {type: [_of_children(type, children, visits)] for type in KINDS}
    found["visit_made"].append(_put_right(children))
    return found | {type: [_of_workers(type, children)] for type in OF_WORKERS}


def _of_children(type: str, children: int, visits: int) -> str:
    """The entries of one type about children; in a family of three, some observations are about two of them."""
    each, apart, fields = KINDS[type]
    each = visits if type == "visit_made" else each
    about = "CASE WHEN sibling IS NOT NULL AND k % 2 = 1 THEN [child, sibling] ELSE [child] END"
    workers = _workers(children)
    drawn = (
        f"SELECT c, k, concat('child-', c) AS child, concat('worker-', c % {workers}) AS worker, "
        f"concat('worker-', (c % {workers}) // 10 * 10) AS manager, "
        "CASE WHEN (c // 3) % 3 = 0 AND c % 3 = 0 THEN concat('child-', c + 1) END AS sibling, "
        "c * 1000 + k AS arrived, (c + k) % 3 AS late, "
        f"DATE '2022-01-03' + ((c * 37) % 700 + k * {apart} + (c * 13 + k * 7) % 5)::INTEGER AS day "
        f"FROM range({children}) AS a(c), range({each}) AS b(k) WHERE c % 3 < 2 OR k = 0"
    )
    made = {"id": f"concat('{type}-', c, '-', k)", "about": about if type == "observation_recorded" else "[child]"}
    if type in POINTING:
        made["named"] = f"[child, {CONTACT}]"
    return _entry(type, drawn, made, fields)


def _put_right(children: int) -> str:
    """Of one child in forty, the first visit was on another day."""
    _, _, fields = KINDS["visit_made"]
    drawn = (
        f"SELECT c, 0 AS k, concat('child-', c) AS child, concat('worker-', c % {_workers(children)}) AS worker, "
        "c * 1000 + 999 AS arrived, 3 AS late, DATE '2022-01-03' + ((c * 37) % 700 + (c * 13) % 5 + 2)::INTEGER AS day "
        f"FROM range({children}) AS a(c) WHERE c % 40 = 1"
    )
    corrected = "concat('visit_made-', c, '-0')"
    made = {
        "id": "concat('visit_made-', c, '-right')",
        "about": "[child]",
        "corrects": corrected,
        "named": f"[child, {corrected}]",
    }
    return _entry("visit_made", drawn, made, fields, reason="Wrong day.")


def _of_workers(type: str, children: int) -> str:
    """One leave of every worker."""
    after, fields = OF_WORKERS[type]
    drawn = (
        f"SELECT w AS c, 0 AS k, concat('worker-', w) AS worker, concat('worker-', w // 10 * 10) AS manager, w AS arrived, "
        f"0 AS late, DATE '2023-03-01' + ((w * 29) % 600 + {after})::INTEGER AS day FROM range({_workers(children)}) AS a(w)"
    )
    named = f"[{', '.join(dict.fromkeys(fields.values()))}]"
    return _entry(type, drawn, {"id": f"concat('{type}-', c)", "about": "CAST([] AS VARCHAR[])", "named": named}, fields)


def _entry(type: str, drawn: str, other: dict[str, str], fields: Fields, *, reason: str | None = None) -> str:
    """A query that makes entries of what is drawn: each with the day it happened, and how many days ``late`` it was recorded."""
    at_ten = type in AT_TEN
    at = "CAST(day AS TIMESTAMP) + INTERVAL {} HOUR"
    made = {
        "first": "day",
        "last": "day",
        "instant": at.format(10) if at_ten else "NULL",
        "recorder": "worker",
        "recorded_at": f"{at.format(20)} + late * INTERVAL 1 DAY",
        "arrived": "arrived",
        "happened": "concat('\"', day, 'T10:00:00Z\"')" if at_ten else "concat('\"', day, '\"')",
        "named": other["about"],
        "body": _body(fields, reason),
        **other,
    }
    columns = ", ".join(f"{made.get(name, 'NULL')} AS {name}" for name in snapshot_schema.ENTRIES.names)
    return f"SELECT {columns} FROM ({drawn}) AS d"


def _body(fields: Fields, reason: str | None) -> str:
    """What the entry says, as it is written: what is not recorded is not there."""
    why = f'\', "reason": "{reason}"}}\'' if reason else "'}'"
    if not fields:
        return f"concat('{{\"data\": {{}}', {why})"
    said = ", ".join(f'"{name}" := {value}' for name, value in fields.items())
    data = f"regexp_replace(CAST(to_json(struct_pack({said})) AS VARCHAR), ',\"[a-z_]+\":null', '', 'g')"
    return f"concat('{{\"data\": ', {data}, {why})"


def _workers(children: int) -> int:
    return max(children // CHILDREN_OF_A_WORKER, 20)


def _worker(number: int, workers: int) -> dict[str, object]:
    manager = None if number % 10 == 0 else f"worker-{number // 10 * 10}"
    role = "team_manager" if number % 10 == 0 else "social_worker"
    return {"id": f"worker-{number}", "name": str(number), "organisation": "csc", "role": role, "manager": manager}


def _mother(child: int) -> str:
    return f"mother-{child // 3}" if (child // 3) % 3 == 0 else f"mother-of-{child}"


def _people(children: int) -> Iterator[dict[str, object]]:
    mothers = dict.fromkeys(_mother(c) for c in range(children))
    yield from (_person(mother, "1990-03-02") for mother in mothers)
    yield from (_person(f"child-{c}", f"{2008 + c % 14}-0{1 + c % 9}-15") for c in range(children))


def _person(id: str, born: str) -> dict[str, object]:
    day = date.fromisoformat(born)
    written = f'{{"born": "{born}", "expected": null, "names": [["usual", "Given", "Family"]], "nhs_number": null}}'
    return {"id": id, "born_first": day, "born_last": day, "expected": False, "sex": "F", "written": written}


def _relationships(children: int) -> Iterator[dict[str, object]]:
    for child in range(children):
        yield {
            "from_person": _mother(child),
            "to_person": f"child-{child}",
            "kind": "mother",
            "parental_responsibility": True,
            "written": '{"start": null, "end": null}',
            "position": child,
        }
