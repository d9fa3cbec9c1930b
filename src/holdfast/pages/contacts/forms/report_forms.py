"""The questions that somebody who reports a concern is asked. Each changes what happens next, or it is not here."""

from typing import Any

from django import forms

from holdfast.access.named_in_words import Known
from holdfast.pages.forms import GovForm, WhenField
from holdfast.pages.forms.verbatim_fields import NameField, OwnWordsField
from holdfast.pages.forms.who_is_meant import AsksWhoIsMeant
from holdfast.vocabulary.contact_text import DANGER, PARENTS

NOBODY = "Type what you know: a name, part of a name, or where they live."


class ChildrenForm(GovForm):
    """Which child or children. One who is not listed is told with whatever is known."""

    children = forms.MultipleChoiceField(
        label="Children your organisation knows", widget=forms.CheckboxSelectMultiple, required=False
    )
    given = NameField(label="First name", required=False)
    family = NameField(label="Last name", required=False)
    born = WhenField(
        label="Date of birth",
        help_text="As much as you know. The year is enough.",
        required=False,
        past_only=True,
    )
    address = OwnWordsField(label="Where they live")
    which = OwnWordsField(
        label="Anything else that says which child this is",
        help_text="Such as a nickname, their school or a brother’s name.",
    )
    look = {
        "address": {"rows": 2},
        "which": {"rows": 2},
        "born": {"quick": False},
        "children": {"small": True, "optional": False},
    }
    unlisted = ("given", "family", "born", "address", "which")

    def __init__(self, *args: Any, children: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if children:
            self.fields["children"].choices = children  # type: ignore[attr-defined]
        else:
            del self.fields["children"]

    def clean(self) -> dict[str, Any]:
        """Somebody has to be meant."""
        cleaned = super().clean() or {}
        # Anything at all about a child is enough. To ask for a name would turn away whoever heard a child through a wall.
        if not self.errors and not cleaned.get("children") and not any(cleaned.get(name) for name in self.unlisted):
            first = "children" if "children" in self.fields else "given"
            self.add_error(first, f"Say which child you are worried about. {NOBODY}")
        return cleaned


class SafetyForm(AsksWhoIsMeant):
    """The three questions that come before everything else."""

    # Required, with "I do not know" among the answers: nobody is made to guess, and nobody passes it by.
    danger = forms.ChoiceField(
        label="Is the child hurt or in danger now?",
        choices=DANGER,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is hurt or in danger now"},
    )
    tonight = OwnWordsField(
        label="Where will the child be tonight, and with whom?",
        help_text="If you do not know, leave it empty. Whoever picks this up will see that nobody knows.",
    )
    not_to_know = OwnWordsField(
        label="Who must not know that you have told us?",
        help_text="For example somebody who might hurt the child, or a worker who would tell them. One on each line. If there is "
        "nobody, leave it empty.",
    )
    look = {
        "danger": {"strong": True},
        "tonight": {"strong": True, "rows": 2, "optional": False},
        "not_to_know": {"strong": True, "rows": 2, "optional": False},
    }

    names_field = "not_to_know"

    def __init__(self, *args: Any, several: bool = False, known: Known | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.ask_who_is_meant(known or Known({}, {}))
        if several:
            self.fields["danger"].label = "Is a child hurt or in danger now?"
            self.fields["tonight"].label = "Where will the children be tonight, and with whom?"


class HappenedForm(GovForm):
    """What happened, in the child's words and in the referrer's."""

    whose = forms.ChoiceField(label="Whose words are these?", choices=(), widget=forms.RadioSelect, required=False)
    words = OwnWordsField(
        label="What did the child say?",
        help_text="Their exact words, also if they are rude or muddled. They are kept as you type them and shown first.",
    )
    saw = OwnWordsField(
        label="What did you see, hear or notice?", help_text="What happened, when and where. Your own words are enough."
    )
    parents = forms.ChoiceField(
        label="Have you told the parents?",
        choices=PARENTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you have told the parents. “Not yet” is an answer."},
    )
    household = OwnWordsField(
        label="Who lives in the home, as far as you know?",
        help_text="Leave out what you do not know. A blank is shown as a blank, and nobody guesses.",
    )
    look = {
        "whose": {"inline": True, "optional": False},
        "words": {"strong": True, "words": True, "rows": 4, "optional": False},
        "saw": {"strong": True, "rows": 6, "optional": False},
        "parents": {"strong": True},
        "household": {"strong": True, "rows": 3, "optional": False},
    }

    def __init__(self, *args: Any, children: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if len(children) > 1:
            self.fields["whose"].choices = children  # type: ignore[attr-defined]
            self.fields["words"].label = "What did a child say?"
        else:
            del self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        """There has to be something to look into; and words belong to one child."""
        cleaned = super().clean() or {}
        # A box that is too long has something in it: to be told that it is empty as well would be wrong.
        if not any(cleaned.get(name) or name in self.errors for name in ("words", "saw")):
            self.add_error("saw", "Say what the child said, or what you saw, heard or noticed")
        if cleaned.get("words") and "whose" in self.fields and not cleaned.get("whose"):
            self.add_error("whose", "Say which child said this")
        return cleaned
