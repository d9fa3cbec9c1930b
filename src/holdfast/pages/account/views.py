"""A person's own pages: where signing in lands, their account, "I am still here", and keeping and discarding a draft."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages import drafts
from holdfast.pages.navigation import home_for


@page(permission=Permission.SIGNED_IN)
def first_page(request: PageRequest) -> HttpResponse:
    """To the page that answers this person's first question of the day."""
    return redirect(home_for(request.user, request.moment))


@page(permission=Permission.SIGNED_IN)
def home(request: PageRequest) -> HttpResponse:
    """Who they are signed in as, how they sign in, and what they have begun and not sent."""
    # Whoever was signed out while writing may land here and not on the form: their words have to be in the list already.
    drafts.take_back(request, request.user, at=request.at)
    return render(request, "account/home.html", {"drafts": drafts.drafts_of(request.user)})


@page(permission=Permission.SIGNED_IN)
def still_here(request: PageRequest) -> HttpResponse:
    """Keeps somebody signed in who says that they are still here."""
    return HttpResponse(status=204)


@page(permission=Permission.SIGNED_IN)
@require_POST
def save_draft(request: PageRequest) -> HttpResponse:
    """Keep what has been typed so far; answers with the line under the form."""
    key = request.POST.get("draft_key", "")
    if not key:
        return HttpResponse("", status=400)
    # Said with an empty line and not a fault: for the person at the form everything went well.
    if drafts.was_sent(request):
        return HttpResponse("")
    try:
        draft = drafts.save(request.user, key, request.POST, at=request.at, title=request.POST.get("draft_title", ""))
    except drafts.DraftTooLong as refusal:
        return render(request, "holdfast/forms/draft_status.html", {"problem": str(refusal)})
    return render(request, "holdfast/forms/draft_status.html", {"draft": draft})


@page(permission=Permission.SIGNED_IN)
@require_POST
def discard_draft(request: PageRequest) -> HttpResponse:
    """Forget a draft and go back to the page, now empty."""
    key = request.POST.get("draft_key", "")
    drafts.discard(request.user, key)
    # The key is an address only because our own form says so; a form made elsewhere could send people anywhere with it.
    safe = url_has_allowed_host_and_scheme(key, allowed_hosts=None) and key.startswith("/")
    return redirect(request.POST.get("back") if request.POST.get("back") == "/your-account/" else key if safe else "/")
