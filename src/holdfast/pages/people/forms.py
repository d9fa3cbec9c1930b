"""The questions about one thing stated of a person. Which of them are asked follows from what is stated."""

from datetime import date
from typing import Any

from django import forms

from holdfast.access.named_in_words import Known
from holdfast.kernel.when import When
from holdfast.pages.forms import DayField, GovForm, WhenField
from holdfast.pages.forms.verbatim_fields import NameField, OwnWordsField
from holdfast.pages.forms.who_is_meant import AsksWhoIsMeant
from holdfast.record.stated_rows import MustNotKnow
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.kept_back import KeptBackReason
from holdfast.vocabulary.stated_facts import SORTS, FactKind, StatedFact, postcode_in, read_postcode

K = FactKind
VALUE_LABELS = {
    K.TELEPHONE: ("What is the number?", "The number alone, such as 01632 960 141."),
    K.ADDRESS: ("What is the address?", "Without the postcode, which has a box of its own."),
    K.SAFE_ADDRESS: (
        "What is the safe address?",
        "Shown to those who may see this person, and never to those named below.",
    ),
    K.LANGUAGE: ("Which language do they speak?", "Such as Polish, Urdu or British Sign Language."),
    K.DANGER_TO_STAFF: ("What is the danger, and what should a worker do?", "Such as: dog loose in the yard, go in twos."),
    K.NHS_NUMBER: ("What is the NHS number?", "Ten digits. If nobody knows it, leave this page."),
    K.SCHOOL: ("Which school or nursery?", ""),
    K.GP: ("Which GP or surgery?", ""),
}
INTERPRETER = (("yes", "Yes"), ("no", "No"), ("unknown", "Nobody knows"))
ADDRESSES = (K.ADDRESS, K.SAFE_ADDRESS)


class FactForm(AsksWhoIsMeant):
    """One thing stated: what, from when, who says so, and by when to check it."""

    value = forms.CharField(max_length=1000)
    given = NameField(label="First names", required=False)
    family = NameField(label="Last name", required=False)
    use = forms.CharField(
        label="What sort of name is it?", required=False, max_length=60, help_text="Such as usual, birth, married or alias."
    )
    postcode = forms.CharField(label="Postcode", required=False, max_length=12)
    sort = forms.ChoiceField(label="What sort is it?", widget=forms.RadioSelect)
    whose = forms.CharField(required=False, max_length=200)
    interpreter = forms.ChoiceField(label="Is an interpreter needed?", choices=INTERPRETER, widget=forms.RadioSelect)
    kept_from = OwnWordsField(
        label="Who must not know this address?",
        help_text="One on each line: a person, a worker or an agency. Nobody of an agency that you name here will see it.",
        required=True,
        rows=3,
        error_messages={"required": "Say who must not know this address"},
    )
    why = forms.ChoiceField(
        label="Why must they not know?", choices=[(each.value, each.label) for each in KeptBackReason], widget=forms.RadioSelect
    )
    since = WhenField(label="Since when?", required=False, help_text="If you do not know, leave it empty.")
    until = WhenField(label="Until when, if it is over?", required=False)
    said_by = forms.CharField(label="Who says so?", max_length=200, help_text="A name and who they are, such as: Joy Wren, aunt.")
    source = forms.CharField(
        label="How do they know?", required=False, max_length=300, help_text="Such as: rang the number, saw a letter."
    )
    check_by = DayField(label="Check it again by", help_text="After this day the page says that it has to be checked.")
    reason = OwnWordsField(
        label="What was wrong, or what has changed?",
        required=True,
        rows=3,
        error_messages={"required": "Say what was wrong, or what has changed"},
    )
    look = {
        "interpreter": {"inline": True},
        "since": {"quick": False},
        "until": {"quick": False},
        "check_by": {"quick": False},
        "postcode": {"width": 10},
    }

    def __init__(self, *args: Any, kind: FactKind, corrects: bool = False, known: Known | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        for name in self._left_out(kind, corrects=corrects):
            del self.fields[name]
        if kind is not K.NAME:
            self.fields["value"].label, self.fields["value"].help_text = VALUE_LABELS[kind]
            if kind in (*ADDRESSES, K.DANGER_TO_STAFF):
                self.fields["value"].widget = forms.Textarea(attrs={"rows": 3})
        if kind in SORTS:
            self.fields["sort"].choices = [(each.value, each.label) for each in SORTS[kind]]  # type: ignore[attr-defined]
        if kind is K.TELEPHONE:
            self.fields["whose"].label = "Whose is it, if it is not their own?"
        if kind is K.DANGER_TO_STAFF:
            self.fields["whose"].label = "From whom or what?"
            self.fields["check_by"].label = "Look at this again by"
        self.ask_who_is_meant(known or Known({}, {}))

    @staticmethod
    def _left_out(kind: FactKind, *, corrects: bool) -> list[str]:
        asked = {
            "value": kind is not K.NAME,
            "given": kind is K.NAME,
            "family": kind is K.NAME,
            "use": kind is K.NAME,
            "postcode": kind in ADDRESSES,
            "sort": kind in SORTS,
            "whose": kind in (K.TELEPHONE, K.DANGER_TO_STAFF),
            "interpreter": kind is K.LANGUAGE,
            # Who must not know is put right where it stands, in its own entry.
            "kept_from": kind is K.SAFE_ADDRESS and not corrects,
            "why": kind is K.SAFE_ADDRESS and not corrects,
            "until": corrects,
            "reason": corrects,
        }
        return [name for name, is_asked in asked.items() if not is_asked]

    def clean_postcode(self) -> str:
        said = self.cleaned_data["postcode"].strip()
        try:
            return read_postcode(said) if said else ""
        except Wrong as wrong:
            raise forms.ValidationError(f"{wrong}. {wrong.do}") from wrong

    def clean(self) -> dict[str, Any]:
        """A name has a part; a day to check lies ahead; what ended did not end before it began."""
        cleaned = super().clean() or {}
        if self.kind is K.NAME and not self.errors and not (cleaned.get("given") or cleaned.get("family")):
            self.add_error("given", "Enter a first name or a last name")
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until.last < since.first:
            self.add_error("until", "It cannot end before it began. Check both dates")
        check_by = cleaned.get("check_by")
        if isinstance(check_by, date) and self.at is not None and check_by <= self.at.date():
            self.add_error("check_by", "The day to check it again must be after today")
        return cleaned

    def said(self) -> StatedFact:
        """What was said."""
        cleaned = self.cleaned_data
        given, family = cleaned.get("given") or None, cleaned.get("family") or None
        return StatedFact(
            self.kind,
            self._value(),
            whose=cleaned.get("whose") or None,
            sort=cleaned.get("sort") or None,
            interpreter={"yes": True, "no": False}.get(cleaned.get("interpreter", "")),
            since=cleaned.get("since"),
            until=cleaned.get("until"),
            said_by=cleaned["said_by"],
            source=cleaned.get("source") or None,
            check_by=cleaned["check_by"],
            name=(cleaned.get("use") or None, given, family) if self.kind is K.NAME else None,
        )

    def _value(self) -> str:
        cleaned = self.cleaned_data
        if self.kind is K.NAME:
            return " ".join(part for part in (cleaned["given"], cleaned["family"]) if part)
        # The postcode stands once, at the end, whether or not it was typed into the address as well.
        address, postcode = str(cleaned["value"]).strip(), cleaned.get("postcode")
        return f"{address.rstrip(' ,')}, {postcode}" if postcode and postcode_in(address) != postcode else address

    def must_not_know(self) -> MustNotKnow | None:
        """Who must not know a safe address."""
        if self.kind is not K.SAFE_ADDRESS or "kept_from" not in self.fields:
            return None
        return MustNotKnow(self.keeps_from(), self.cleaned_data["why"], self.cleaned_data["check_by"])


def initial_of(fact: StatedFact) -> dict[str, Any]:
    """What is stated, as the form shows it when it is put right."""
    use, given, family = fact.name or (None, None, None)
    interpreter = {True: "yes", False: "no", None: "unknown"}[fact.interpreter]
    return {
        "value": fact.value,
        "given": given,
        "family": family,
        "use": use,
        "sort": fact.sort,
        "whose": fact.whose,
        "interpreter": interpreter,
        "since": fact.since,
        "until": fact.until if isinstance(fact.until, When) else None,
        "said_by": fact.said_by,
        "source": fact.source,
    }


class TakeBackForm(GovForm):
    """Why it is not so."""

    reason = OwnWordsField(
        label="Why is it not so?",
        help_text="It stays in the record with your reason, and is shown no more.",
        required=True,
        rows=3,
        error_messages={"required": "Say why it is not so"},
    )
    look = {"reason": {"strong": True}}
