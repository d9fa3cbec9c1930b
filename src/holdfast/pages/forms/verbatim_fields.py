"""Fields for what somebody says in their own words, kept as they typed it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.vocabulary.case_file_parts import LONGEST_NAME
from holdfast.vocabulary.scalars import read_name

LONGEST = 20_000
"""Characters in one box: some seven pages of typing. More can follow as "more information"."""


class OwnWordsField(forms.CharField):
    """Somebody's own text, kept as they typed it: spaces and line breaks too. Only the browser's line ends are made plain,
    and the null characters that no keyboard makes are left out."""

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        options.setdefault("required", False)
        # Django would strip the ends. A child's words are evidence: how somebody begins, breaks off and spaces is part of it.
        super().__init__(strip=False, widget=forms.Textarea(attrs={"spellcheck": "true"}), **options)

    def to_python(self, value: Any) -> str:
        """The text, and nothing at all where only blanks were typed."""
        # PostgreSQL cannot hold a null character, and a browser sends every line end as two characters.
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
        # A name with a direction mark or a blank of no width looks like another name, and would be found under neither.
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
