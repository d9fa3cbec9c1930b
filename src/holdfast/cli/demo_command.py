"""``holdfast demo``: a partnership of invented people to walk around in."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from typing import Annotated

import typer

from holdfast.cli.migrate_command import upgrade
from holdfast.cli.preflight import begin, now, say, stop_with
from holdfast.cli.progress import ProgressBar
from holdfast.cli.serve_command import Port, command

PATIENCE = 30
"""Seconds to wait for the first page."""


def demo(
    port: Port = 8000,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser when there is one.")] = True,
    prepare_only: Annotated[bool, typer.Option("--prepare-only", help="Make everything and start nothing.")] = False,
) -> None:
    """Make the demonstration if it is not there yet, start it, and say where it is and who to sign in as."""
    # The words of this command are for a person, and lines of a log between them are not.
    os.environ.setdefault("HOLDFAST_LOG_LEVEL", "WARNING")  # the words of this command are for a person
    begin()
    from django.conf import settings

    # Invented people in a real record could not be taken out again: it is append-only.
    if not settings.DEMO:
        stop_with(
            f"This is a {settings.ENVIRONMENT} environment: invented people have no place in it.\nUnset HOLDFAST_ENV first."
        )
    say("Getting the database ready.")
    upgrade(verbosity=0)
    people = _load()
    if prepare_only:
        say("The demonstration is ready:\n  holdfast demo")
        return
    _run(port, people, open_browser and not os.environ.get("CI") and sys.stdin.isatty() and sys.stdout.isatty())


def _load() -> list[tuple[str, str]]:
    """The invented partnership. Returns who can sign in, with what they do."""
    from holdfast.demo.loader import load_northmere

    with ProgressBar("Making Northmere") as shown:
        return load_northmere(now(), shown.doing)


def _run(port: int, people: list[tuple[str, str]], open_browser: bool) -> None:
    url = f"http://localhost:{port}/"
    started = [
        subprocess.Popen(command(host="127.0.0.1", port=port)),  # noqa: S603 — our own interpreter and arguments
        subprocess.Popen([sys.executable, "-m", "holdfast.cli", "worker"]),
    ]

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    # Stopped from outside as by Ctrl-C: both processes below this one end with it.
    signal.signal(signal.SIGTERM, end)
    try:
        _wait_for(url, started[0])
        typer.echo(f"\nHoldfast is at {url}\n\nSign in as:")
        for name, does in people:
            typer.echo(f"  {name:<24} {does}")
        typer.echo("\nEverybody in it is invented. Stop it with Ctrl-C.")
        if open_browser:
            webbrowser.open(url)
        started[0].wait()
    except KeyboardInterrupt:
        say("\nStopping.")
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(timeout=20)


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(PATIENCE * 10):
        # The port is somebody else's, as a rule, and they would answer: a page that came would not be ours.
        if server.poll() is not None:
            stop_with(
                f"The server stopped at once: is something else at {url}? Choose another port:\n  holdfast demo --port 8001"
            )
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 — our own address
                return
        # Even an error is an answer of the server's: it is there.
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    stop_with(f"No page came from {url} in {PATIENCE} seconds.")
