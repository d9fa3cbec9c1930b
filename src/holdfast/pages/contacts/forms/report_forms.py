"""The questions that somebody who reports a concern is asked. Each changes what happens next, or it is not here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.pages.forms import GovForm, WhenField
from holdfast.vocabulary.parts import LONGEST_NAME
from holdfast.vocabulary.scalars import read_name

LONGEST = 20_000
"""Characters in one box: some seven pages of typing. More can follow as "more information"."""

DANGER = (("yes", "Yes"), ("no", "No"), ("unknown", "I do not know"))
PARENTS = (
    ("yes", "Yes, I have told them"),
    ("not_safe", "No, it is not safe to"),
    ("child_asked", "No, the child asked me not to"),
    ("not_reached", "No, I have not been able to reach them"),
    ("advised", "No, I was advised not to"),
    ("not_yet", "No, not yet"),
)
NOBODY = "Type what you know: a name, part of a name, or where they live."


class Told(forms.CharField):
    """Somebody's own text, kept as they typed it: spaces and line breaks too. Only the browser's line ends are made plain,
    and the null characters that no keyboard makes are left out."""

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(strip=False, widget=forms.Textarea(attrs={"spellcheck": "true"}), **options)

    def to_python(self, value: Any) -> str:
        """The text, and nothing at all where only blanks were typed."""
        text = str(super().to_python(value) or "").replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else ""

    def validate(self, value: Any) -> None:
        """Within the limit, which is said with what to do about it."""
        super().validate(value)
        if len(value) > LONGEST:
            raise ValidationError(
                f"“{self.label}” can hold {LONGEST:,} characters, and you have {len(value):,}. Nothing is lost. Keep the most "
                "important part here, send it, and add the rest as more information afterwards."
            )


class NameField(forms.CharField):
    """A name, kept as it was typed. Characters that do not show, which can disguise it, are refused."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "").replace("\x00", "")
        try:
            read_name(text)
        except ValueError as error:
            raise ValidationError(f"{self.label}: {error}. Type it again by hand.") from error
        return text

    def validate(self, value: Any) -> None:
        """No longer than the record can hold."""
        super().validate(value)
        if len(value) > LONGEST_NAME:
            raise ValidationError(f"{self.label} must be {LONGEST_NAME} characters or fewer")


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
    address = Told(label="Where they live")
    which = Told(
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
        if not self.errors and not cleaned.get("children") and not any(cleaned.get(name) for name in self.unlisted):
            first = "children" if "children" in self.fields else "given"
            self.add_error(first, f"Say which child you are worried about. {NOBODY}")
        return cleaned


class SafetyForm(GovForm):
    """The three questions that come before everything else."""

    danger = forms.ChoiceField(
        label="Is the child hurt or in danger now?",
        choices=DANGER,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is hurt or in danger now"},
    )
    tonight = Told(
        label="Where will the child be tonight, and with whom?",
        help_text="If you do not know, leave it empty. Whoever picks this up will see that nobody knows.",
    )
    not_to_know = Told(
        label="Who must not know that you have told us?",
        help_text="For example somebody who might hurt the child or another person. If there is nobody, leave it empty.",
    )
    look = {
        "danger": {"strong": True},
        "tonight": {"strong": True, "rows": 2, "optional": False},
        "not_to_know": {"strong": True, "rows": 2, "optional": False},
    }

    def __init__(self, *args: Any, several: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if several:
            self.fields["danger"].label = "Is a child hurt or in danger now?"
            self.fields["tonight"].label = "Where will the children be tonight, and with whom?"


class HappenedForm(GovForm):
    """What happened, in the child's words and in the referrer's."""

    whose = forms.ChoiceField(label="Whose words are these?", choices=(), widget=forms.RadioSelect, required=False)
    words = Told(
        label="What did the child say?",
        help_text="Their exact words, also if they are rude or muddled. They are kept as you type them and shown first.",
    )
    saw = Told(label="What did you see, hear or notice?", help_text="What happened, when and where. Your own words are enough.")
    parents = forms.ChoiceField(
        label="Have you told the parents?",
        choices=PARENTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you have told the parents. “Not yet” is an answer."},
    )
    household = Told(
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
        if not any(cleaned.get(name) or name in self.errors for name in ("words", "saw")):
            self.add_error("saw", "Say what the child said, or what you saw, heard or noticed")
        if cleaned.get("words") and "whose" in self.fields and not cleaned.get("whose"):
            self.add_error("whose", "Say which child said this")
        return cleaned
