"""What each part of a rule means in one engine, by its class."""

from typing import Any, TypeVar

Meaning = TypeVar("Meaning")


class NoMeaning(LookupError):
    """A part of a rule that an engine has no meaning for."""


class Meanings(dict[type[Any], Meaning]):
    """The meanings of conditions, triggers, shapes or kinds of limit: ``what`` they are of, and ``where`` a new one is given."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__()
        self.what = what
        self.where = where

    def __missing__(self, node: type[Any]) -> Meaning:
        raise NoMeaning(self.refusal([node.__name__]))

    def refusal(self, names: list[str]) -> str:
        """What somebody reads who uses a part that has no meaning here."""
        return (
            f"no meaning is given to the {self.what} {', '.join(names)}: give it one in {self.where}, in the file that has "
            "the name of its own file in holdfast.rules, and one in the other engine"
        )

    def require(self, nodes: list[type[Any]]) -> None:
        """Refuse to be imported where a part that rules can be said in has no meaning."""
        if missing := sorted(node.__name__ for node in nodes if node not in self):
            raise ImportError(self.refusal(missing))
