"""Asking who is meant, where somebody says in words who must not know and it could be one professional or another."""

from collections.abc import Iterator
from typing import Any
from zlib import crc32

from django import forms
from django.forms.boundfield import BoundField

from holdfast.access.kept_from_answers import ANY, NONE, called, settled, to_ask
from holdfast.access.named_in_words import Known, Meant
from holdfast.pages.forms.gov_form import GovForm
from holdfast.vocabulary.kept_from import KeptFrom

MOST_OFFERED = 7
"""A list of everybody in the partnership is one to pick the wrong person from."""


def meant_name(line: str) -> str:
    """What the question about one line is called: by its words, so that an answer never counts for another line."""
    return f"meant_{crc32(line.encode()):08x}"


class AsksWhoIsMeant(GovForm):
    """A form of whose answers one, ``names_field``, says who must not know. What it says is asked about once it was sent."""

    names_field = "kept_from"

    def ask_who_is_meant(self, known: Known) -> None:
        """Add a question for each line that may mean somebody who works with children."""
        self.known = known
        asked = to_ask(self._said(), known)
        self._lines = {meant_name(line): line for line in asked}
        order = list(self.fields)
        for name, line in self._lines.items():
            self.fields[name] = _question(line, asked[line], known)
        if asked:  # behind what it asks about
            place = order.index(self.names_field) + 1
            self.order_fields([*order[:place], *self._lines, *order[place:]])

    def _said(self) -> str:
        if self.names_field not in self.fields:
            return ""
        found = self.data.get(self.names_field) if self.is_bound else self.initial.get(self.names_field)
        return str(found or "").replace("\r\n", "\n")

    @property
    def meant(self) -> Iterator[BoundField]:
        """The questions about who is meant."""
        return (self[name] for name in self._lines)

    def clean(self) -> dict[str, Any]:
        """Nobody is named and is also nobody."""
        cleaned = super().clean() or {}
        for name in self._lines:
            if len(answer := cleaned.get(name) or ()) > 1 and {ANY, NONE} & set(answer):
                self.add_error(name, "Tick those who are meant, or one of the last two answers alone")
        return cleaned

    def keeps_from(self) -> KeptFrom:
        """From whom to keep it, by what was said and answered."""
        answers = {line: tuple(self.cleaned_data.get(name) or ()) for name, line in self._lines.items()}
        return settled(str(self.cleaned_data.get(self.names_field) or ""), answers, self.known)


def _question(line: str, meant: Meant, known: Known) -> forms.MultipleChoiceField:
    every = [id for id in (*meant.sure, *meant.maybe) if id not in known.family]
    offered = [(id, _opened(called(id, known))) for id in every[:MOST_OFFERED]]
    more = len(every) - len(offered)
    unsure = "I am not sure: keep it from all of them" if len(every) > 1 else "I am not sure: keep it from them"
    help_text = f"It could also be {more} more who are not in this list." if more else ""
    return forms.MultipleChoiceField(
        label=f"Who is “{line}”?",
        help_text=f"Did you mean {'one of these' if len(every) > 1 else 'this one'}? {help_text}".strip(),
        choices=[*offered, (ANY, unsure), (NONE, "Nobody who works with children here: family, a friend or somebody else")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": f"Say who “{line}” is, or that you are not sure"},
    )


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]
