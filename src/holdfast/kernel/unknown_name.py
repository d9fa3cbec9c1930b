"""A name that nothing has: what was asked for, what comes nearest to it, and where such a thing is written down."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any


class UnknownName(KeyError):
    """Nothing of this name is there. Its text says so in a sentence, and what to do next."""

    def __init__(self, what: str, name: str, known: Iterable[str], next_step: str) -> None:
        super().__init__(name)
        near = get_close_matches(name, list(known), 1)
        self.sentence = f"There is no {what} {name!r}{f' (is {near[0]!r} meant?)' if near else ''}. {next_step}"

    def __str__(self) -> str:
        # A KeyError shows what it was given as it would be written in a program, quotes and all.
        return self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        # An error that happens in another process comes back by being made again, from what it is given here.
        return _made_again, (self.args[0], self.sentence)


def _made_again(name: str, sentence: str) -> UnknownName:
    error = UnknownName("", name, (), "")
    error.sentence = sentence
    return error
