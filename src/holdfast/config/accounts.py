"""Accounts are made by somebody who knows the worker, never by whoever finds the sign-in page."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's own behaviour, without the open door."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        # An account is a key to children's records: somebody has to have seen who gets it.
        return False
