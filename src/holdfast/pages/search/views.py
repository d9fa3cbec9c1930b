"""Finding a child."""

from django.http import HttpResponse
from django.shortcuts import render

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.search.queries import search_results


@page(permission=Permission.FIND_CHILD)
def search(request: PageRequest) -> HttpResponse:
    """A box and what it finds. The search is sent in the body, so that no name stands in an address or a history."""
    return render(request, "search/home.html", search_results(request))
