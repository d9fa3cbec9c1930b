"""What is typed does what it says, and says what it did."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.exchange.case_ids import internal_id
from holdfast.identity.search import find
from holdfast.kernel.moment import Moment
from holdfast.record.models import EntryEnvelope, StoredClock
from tests.exchange.test_case_files import case

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.django_db


def typed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    # How far it has got goes to standard error, and is no part of what it says.
    return done.exit_code, done.stdout or done.stderr


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "northmere.json"
    path.write_text(json.dumps(case()))
    return path


def test_a_case_goes_in_once_and_comes_out_as_it_was(file: Path):
    assert typed("import", str(file)) == (0, "Imported as northmere: 1 entries about 2 new people.\n")
    code, said = typed("import", str(file))
    assert code == 0
    assert "Nothing was written" in said
    code, out = typed("export", "--all")
    assert code == 0
    assert [entry["id"] for entry in json.loads(out)["entries"]] == ["e1"]
    assert json.loads(typed("export", "chloe")[1])["people"][0]["id"] == "chloe"


def test_a_file_with_faults_is_refused_with_each_of_them(file: Path):
    made = case()
    made["entries"][0]["by"] = "w77"
    made["entries"][0]["happened"] = "yesterday"
    file.write_text(json.dumps(made))
    code, said = typed("import", str(file))
    assert code == 2
    assert "$.entries[0].by" in said
    assert "$.entries[0].happened" in said
    assert "nothing was imported" in said
    assert not EntryEnvelope.objects.exists()


@pytest.mark.parametrize(
    "words", [("import", "/no/such/file.json"), ("export",), ("export", "chloe", "--all"), ("export", "nobody")]
)
def test_what_cannot_be_done_is_said_plainly(words: tuple[str, ...]):
    code, said = typed(*words)
    assert code == 2
    assert said.strip()
    assert "Traceback" not in said


def test_verify_and_rebuild_say_that_all_is_well(file: Path):
    typed("import", str(file))
    code, said = typed("verify", "--seal")
    assert code == 0
    assert "Nothing was altered, removed or back-dated." in said
    assert typed("rebuild", "--check") == (0, "Everything stored is what the entries say.\n")


def test_a_head_nobody_knows_fails_the_verification(file: Path):
    typed("import", str(file))
    code, said = typed("verify", "--seal", "--head", "ab" * 32)
    assert code == 1
    assert "not in the chain" in said


def test_rebuild_check_prints_a_planted_difference_and_fails(file: Path):
    made = case()
    decided = {"child": "chloe", "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}
    data = {"kind": "initial", "present": [], "decisions": [decided]}
    conference = {"id": "e2", "type": "conference_held", "happened": "2018-10-01", "by": "w9", "about": ["chloe"], "data": data}
    file.write_text(json.dumps(case(entries=[*made["entries"], conference])))
    typed("import", str(file))
    assert StoredClock.objects.filter(standard="CP-20").update(due="2030-01-01") == 1
    code, said = typed("rebuild", "--check")
    assert code == 1
    assert "differs in due" in said
    assert typed("rebuild")[0] == 0
    assert typed("rebuild", "--check")[0] == 0


def test_rebuild_says_who_could_not_be_found_by_all_that_is_said_of_them_and_puts_it_right(file: Path):
    typed("import", str(file))
    chloe, now = internal_id("northmere", "person", "chloe"), Moment.live(datetime(2026, 11, 20, tzinfo=UTC))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as at the end of the import
        cursor.execute("UPDATE identity_searchkey SET keys = '' WHERE person_id = %s", [chloe])
    assert find("chloe", now, reader=None).children == ()
    code, said = typed("rebuild", "--check")
    assert (code, said.splitlines()[0]) == (1, f"{chloe}: is found by something else than what is said of them")
    assert "What people can be found by was put right. People: 1." in typed("rebuild")[1]
    assert typed("rebuild", "--check")[0] == 0
    assert find("chloe", now, reader=None).children == (chloe,)


def test_the_doctor_finds_a_machine_that_runs_the_tests_well():
    code, said = typed("doctor")
    assert code in (0, 1)  # a machine may lack Chromium, and the demonstration's own tables need not be there
    assert "✓ Python" in said
    humble = "could rewrite the record" if os.environ.get("DATABASE_URL") else "owns nothing"
    assert f"The web app's role: {humble}" in said


@pytest.mark.parametrize(
    ("setting", "words", "says"),
    [
        (("DATABASE_URL", "somewhere"), ("stop",), "export DATABASE_URL=postgresql://"),
        (("DATABASE_URL", "somewhere"), ("doctor",), "export DATABASE_URL=postgresql://"),
        (("DATABASE_URL", "postgresql://x@127.0.0.1:1/none"), ("demo", "--prepare-only"), "does not answer"),
        (("HOLDFAST_ENV", "production"), ("stop",), "SECRET_KEY is not set"),
        (("HOLDFAST_ENV", "prod"), ("doctor",), "it can be demo, test or production"),
        (("HOLDFAST_FIXED_NOW", "half past four"), ("replay", "cases/review.json"), "or unset it"),
    ],
)
def test_a_setting_that_is_wrong_or_missing_is_said_in_a_sentence(
    setting: tuple[str, str], words: tuple[str, ...], says: str, tmp_path: Path
):
    name, value = setting
    environment = {**os.environ, "HOLDFAST_ENV": "demo", "HOLDFAST_HOME": str(tmp_path), name: value}
    environment.pop("PYTEST_VERSION", None)
    command = [sys.executable, "-m", "holdfast.cli", *words]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode != 0
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
