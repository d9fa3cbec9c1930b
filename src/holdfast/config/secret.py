"""The secret that signs sessions. In production somebody sets it; a demonstration makes its own and keeps it."""

import os
import secrets
from pathlib import Path


def secret_key_in(home: Path) -> str:
    """The secret in ``home/secret-key``, made the first time. Only this user can read it."""
    path = home / "secret-key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        try:
            # Refused where it is there: the server and the worker start together, and one of two secrets would sign the other's
            # sessions out. Closed to others from its first moment, and not after it was written.
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return path.read_text()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()
