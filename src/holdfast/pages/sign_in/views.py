"""Signing in and out. In a demonstration, as one of the invented people; otherwise with a password and a second step, or
a passkey, by django-allauth."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from holdfast.access.demo_people import DEMO_PEOPLE
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page


def next_page(request: PageRequest) -> str:
    """Where they were going, if it is a page of ours; else their first page."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    # Taken from the address, which anybody can write: a sign-in page that sends people elsewhere is how passwords are fished
    # for.
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if safe else "/"


@page(permission=Permission.PUBLIC)
def start(request: PageRequest) -> HttpResponse:
    """Choose one of the people, or go on to sign in with your own account."""
    if request.user.is_authenticated:
        return redirect(next_page(request))
    if not settings.DEMO:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': next_page(request)})}")
    # Only those whose rows are there: a demonstration that is still filling itself has not all of them yet.
    present = set(User.objects.filter(username__in=[each.username for each in DEMO_PEOPLE]).values_list("username", flat=True))
    people = [each for each in DEMO_PEOPLE if each.username in present]
    return render(request, "sign_in/demo.html", {"people": people, "next": next_page(request)})


@page(permission=Permission.PUBLIC)
@require_POST
def demo_sign_in(request: PageRequest) -> HttpResponse:
    """Sign in as one of them. There is no such address outside a demonstration."""
    username = request.POST.get("username", "")
    # Both, and 404 for either: outside a demonstration there is no way in without a password, and nothing that tells of one.
    if not settings.DEMO or username not in {each.username for each in DEMO_PEOPLE}:
        raise Http404
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise Http404
    # Named, because nobody gave a password: of several backends Django cannot tell which one let them in.
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(next_page(request))


@page(permission=Permission.PUBLIC)
@require_POST
def out(request: PageRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("sign_in:start")
