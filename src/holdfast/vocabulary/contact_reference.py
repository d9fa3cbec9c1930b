"""The short reference of a concern: what two people say to each other on the telephone. It holds no name and no number of
anything, only the end of the concern's own id."""

from uuid import UUID

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's alphabet: no I, L, O or U, which are misheard and misread
_LENGTH = 8


def reference(entry: str) -> str:
    """The reference of the concern with this id: ``HF-7K3M-92QD``."""
    # The end of the id is its random part; the beginning is the time, which two concerns of one minute share.
    number = UUID(entry).int
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    code = "".join(reversed(letters))
    return f"HF-{code[:4]}-{code[4:]}"


def source_of(contact: str) -> str:
    """What is said later about a concern names it by its reference, as the source of the entry."""
    return f"Concern {reference(contact)}"
