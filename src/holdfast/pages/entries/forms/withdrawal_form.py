"""The form that asks why an entry should not stand."""

from django import forms

from holdfast.pages.forms import GovForm


class WithdrawalForm(GovForm):
    """Why an entry should not have been made."""

    reason = forms.CharField(
        label="Why should it not stand?",
        help_text="For example: it was recorded about the wrong child. The entry and this reason stay in the record, for good.",
        widget=forms.Textarea,
    )
