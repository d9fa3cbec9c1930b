"""What makes a function a command: named arguments only, who does it (``by``) and when (``at``), its own permission, and all of
it in one transaction or none of it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from holdfast.access.decide import require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.kernel.moment import Moment
from holdfast.record.models import Worker
from holdfast.vocabulary.faults import Fault, Refused

P = ParamSpec("P")
R = TypeVar("R")
Check = Callable[[Mapping[str, Any]], None]
"""Raises :class:`~holdfast.access.decide.NotAllowed` where whoever calls, with these arguments, may not."""


@dataclass(frozen=True)
class Command:
    """A command by name, and the sentence of what somebody must be allowed to do, or where that hangs on what is asked."""

    name: str
    needs: str


COMMANDS: dict[str, Command] = {}
"""Every command of the modules loaded so far, by name."""


def needs(permission: Permission, *, child: str | None = None, entry: str | None = None, matter: str | None = None) -> Check:
    """The check that ``by`` holds one permission at ``at``. ``child`` and ``entry`` are the arguments that say about whom, or
    about the children of which entry, ``matter`` the one that says which alert; a dotted name reads on (``"thread.contact"``)."""

    def check(arguments: Mapping[str, Any]) -> None:
        moment = Moment.live(arguments["at"])
        asked = {"entry": _id(arguments, entry), "matter": _id(arguments, matter)}
        require(arguments["by"], permission, _id(arguments, child), moment, **asked)

    check.__doc__ = permission.sentence
    return check


def needs_for_each(permission: Permission, *, children: tuple[str, ...], entry: str | None = None) -> Check:
    """The same asked about every child whom the command writes of. ``children`` are arguments: an id, ids, or things that each
    have a ``child``; a dotted name reads on."""

    def check(arguments: Mapping[str, Any]) -> None:
        moment, concern = Moment.live(arguments["at"]), _id(arguments, entry)
        # Leave to act on one child is no leave to act on a half-brother: an entry stands in the record of everybody it names.
        named = dict.fromkeys(each for name in children for each in _ids(arguments[name]))
        for child in named or (None,):
            require(arguments["by"], permission, child, moment, entry=concern)

    check.__doc__ = permission.sentence
    return check


def _ids(found: Any) -> list[str]:
    many = [found] if isinstance(found, str) else list(found)
    return [each if isinstance(each, str) else each.child for each in many]


def _id(arguments: Mapping[str, Any], path: str | None) -> str | None:
    if path is None:
        return None
    name, _, rest = path.partition(".")
    if name not in arguments:
        raise TypeError(f"needs(…) asks about {name!r}, which is no argument of the command: it was given {sorted(arguments)}")
    found = attrgetter(rest)(arguments[name]) if rest else arguments[name]
    return found if isinstance(found, str) else str(found.id)


def worker_of(by: User) -> Worker:
    """The worker somebody is. Raises :class:`Refused` where they have no worker's record: an entry would have no author, and
    nobody could ring them back."""
    if by.worker is None:
        what = f"{by.username} has no worker’s record here, and an entry has to say which worker it is from."
        raise Refused([Fault("$.by", what, "Ask whoever administers sign-in to join the two, or ring the front door instead.")])
    return by.worker


def command(check: Check) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a command that ``check`` guards. A function that could be called any other way is refused when the module
    is loaded, so that no caller can get round it."""

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        parameters = inspect.signature(function).parameters
        if any(each.kind is not inspect.Parameter.KEYWORD_ONLY for each in parameters.values()):
            raise TypeError(f"{function.__name__} is a command: all of its arguments are given by name")
        if missing := {"by", "at"} - set(parameters):
            raise TypeError(f"{function.__name__} is a command: it takes who does it and when, and lacks {sorted(missing)}")

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            check(kwargs)
            return atomic(*args, **kwargs)

        # The check stands outside the transaction: whoever may not is refused before a lock is waited for.
        atomic = transaction.atomic(function)
        name = f"{function.__module__}.{function.__name__}"
        COMMANDS[name] = Command(name, check.__doc__ or "")
        return run

    return declare
