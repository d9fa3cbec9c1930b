"""Where on this machine Holdfast keeps what is its own: the demonstration's database, its secret and its socket."""

import hashlib
import os
import pwd
import stat
import sys
from pathlib import Path

from holdfast.kernel.lacking_tool import Missing

SOCKET_LIMIT = 100  # bytes; the operating system allows 107 for the whole path of a socket


def project() -> Path:
    """The directory of the checkout, or the current directory when Holdfast is installed as a package."""
    for parent in Path(__file__).resolve().parents:
        if (parent / "pyproject.toml").is_file():
            return parent
    return Path.cwd()


def home() -> Path:
    """The directory for everything local. ``HOLDFAST_HOME`` moves it."""
    return Path(os.environ.get("HOLDFAST_HOME") or project() / ".holdfast").absolute()


def fingerprint() -> str:
    """Eight letters that tell one checkout's database from another's on the same machine."""
    # Two checkouts on one machine must not meet at one socket, and the path of a socket has no room for theirs.
    return hashlib.sha256(str(home()).encode()).hexdigest()[:8]


def database_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root. Who it runs as instead; ``None`` when we are an ordinary user already."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Missing("This machine has no user 'postgres' or 'nobody' to run the database as.", "useradd --system postgres")


def reachable(path: Path) -> bool:
    """Whether another user can get to ``path``: every directory above it lets anybody pass."""
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in path.parents if parent.exists())


def cluster() -> Path:
    """The directory of the private database. A checkout below somebody's closed directory (root's, as a rule) cannot be
    reached by the database's user, and we do not open other people's directories, so the database lives elsewhere."""
    beside = home() / "pg"
    if database_user() is None or reachable(beside):
        return beside
    return Path("/var/tmp") / f"holdfast-{fingerprint()}" / "pg"  # noqa: S108 — ours, and checked for its owner


def sockets() -> Path:
    """The directory of the database's socket: short, and outside the data, which a copy of the data would carry along."""
    base = Path(os.environ.get("XDG_RUNTIME_DIR") or "/tmp")  # noqa: S108 — ours, and checked for its owner
    if database_user() is not None or len(str(base)) > SOCKET_LIMIT - 40 or sys.platform == "darwin":
        base = Path("/tmp")  # noqa: S108
    return base / f"holdfast-{fingerprint()}"
