"""``holdfast serve``: the web application."""

import os
import sys
from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, say

Port = Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)]


def command(*, host: str, port: int) -> list[str]:
    """The server as it is started. No access log: an address can hold what somebody searched for."""
    return [
        *(sys.executable, "-m", "gunicorn", "holdfast.config.wsgi:application"),
        # Threads, because most of a page is waiting for the database. Two processes, so that one that is replaced leaves one that
        # answers.
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--bind", f"{host}:{port}", "--log-level", "warning"),
        # A process is replaced now and then, whatever it has gathered in memory; not both at once.
        *("--max-requests", "2000", "--max-requests-jitter", "200", "--timeout", "60"),
    ]


def collect_static_files() -> None:
    """In production the style sheets are served from one directory, under names that change with what they hold."""
    from django.conf import settings
    from django.core.management import call_command

    # Elsewhere they are found where they lie, so that a change of one is seen at once.
    if settings.PRODUCTION:
        call_command("collectstatic", interactive=False, verbosity=0)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Serve the pages until stopped."""
    begin()
    need_tables()
    collect_static_files()
    say(f"Holdfast is at http://{host}:{port}/")
    # In place of this process and not below it: what is sent to stop this one reaches the server, which finishes the pages it is
    # at.
    os.execv(sys.executable, command(host=host, port=port))  # noqa: S606 — our own interpreter and arguments
