"""A PostgreSQL of its own that waits for the disk, as one that keeps a record does: a commit costs what it costs there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdfast.config import postgres


@contextmanager
def server() -> Iterator[None]:
    """Run it for as long as this lasts, and speak to it and no other. A database that somebody gave is used as it is."""
    if postgres.given_address() is not None:
        yield
        return
    tools, home = postgres.binaries(), Path(tempfile.mkdtemp(prefix="holdfast-bench-"))
    data = home / "data"
    home.chmod(0o755)
    for each in (data, home / "run"):
        each.mkdir()
        postgres._claim(each)
    made = postgres._run([tools / "initdb", "-D", data, *postgres.HOW])
    if made.returncode:
        raise RuntimeError(made.stdout)
    options = f"-c listen_addresses='' -c unix_socket_directories={home / 'run'} -c shared_buffers=256MB"
    started = postgres._run([tools / "pg_ctl", "-D", data, "-w", "-s", "-l", data / "log", "-o", options, "start"])
    if started.returncode:
        raise RuntimeError(started.stdout)
    os.environ["DATABASE_URL"] = f"postgresql://{postgres.SUPERUSER}@/postgres?host={home / 'run'}"
    try:
        yield
    finally:
        del os.environ["DATABASE_URL"]
        postgres._run([tools / "pg_ctl", "-D", data, "-s", "-m", "immediate", "stop"])
        shutil.rmtree(home)
