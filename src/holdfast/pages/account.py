"""A person's own pages: where signing in lands, their account, and "I am still here"."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages import drafts
from holdfast.pages.navigation import home_for


@page(permission=Permission.SIGNED_IN)
def home(request: PageRequest) -> HttpResponse:
    """To the page that answers this person's first question of the day."""
    return redirect(home_for(request.user, request.moment))


@page(permission=Permission.SIGNED_IN)
def account(request: PageRequest) -> HttpResponse:
    """Who they are signed in as, how they sign in, and what they have begun and not sent."""
    drafts.take_back(request, request.user, at=request.at)
    return render(request, "holdfast/account.html", {"drafts": drafts.drafts_of(request.user)})


@page(permission=Permission.SIGNED_IN)
def still_here(request: PageRequest) -> HttpResponse:
    """Keeps somebody signed in who says that they are still here."""
    return HttpResponse(status=204)
