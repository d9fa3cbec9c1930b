"""What somebody may have meant by an id that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(id: str, among: Iterable[str]) -> str:
    """A sentence to put behind the refusal; nothing where nothing is near."""
    # One and no more: a list of ids that are like it is not an answer.
    near = get_close_matches(id, list(among), n=1)
    return f" Did you mean {near[0]}?" if near else ""
