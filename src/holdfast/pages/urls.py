"""Every page: each place brings its own addresses in its ``urls.py``, under its own name (``worklists:home``, ``child:page``)."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, include, path

FOLDER = Path(__file__).parent


def places(folder: Path = FOLDER) -> list[tuple[str, ModuleType]]:
    """The ``urls`` of each place with the ``prefix`` that it says, the longest first."""
    found: dict[str, list[ModuleType]] = {}
    for file in sorted(folder.rglob("urls.py")):
        if file.parent != folder:
            module = import_module(".".join(("holdfast.pages", *file.parent.relative_to(folder).parts, "urls")))
            found.setdefault(prefix_of(module), []).append(module)
    for prefix, modules in found.items():
        if prefix and len(modules) > 1:
            names = " and ".join(module.__name__ for module in modules)
            raise ImproperlyConfigured(f"{names} both say prefix = {prefix!r}: give each place a beginning of its own.")
    # children/find/ has to be asked before children/<child_id>/, or "find" would be taken for the id of a child.
    ordered = sorted(found, key=lambda prefix: (-len(prefix), prefix))
    return [(prefix, module) for prefix in ordered for module in found[prefix]]


def prefix_of(urls: ModuleType) -> str:
    """What every address of a place begins with. Refuses, in words, a ``urls.py`` that leaves something out."""
    place = urls.__name__.split(".")[-2]
    prefix = getattr(urls, "prefix", None)
    if prefix is None or (prefix and not prefix.endswith("/")):
        raise ImproperlyConfigured(
            f"{urls.__name__} does not say what its addresses begin with: "
            f'add prefix = "{place}/" (it ends in a stroke; "" for a place whose addresses begin in several ways).'
        )
    # The folder's name and no other, so that whoever reads "child:page" in a link knows which folder to open.
    if getattr(urls, "app_name", None) != place:
        raise ImproperlyConfigured(f'{urls.__name__} gives its addresses another name than its folder: set app_name = "{place}".')
    return str(prefix)


# There is no table of places to forget: a page added in a folder of its own once did not exist, and every test passed.
urlpatterns: list[URLPattern | URLResolver] = [path(prefix, include(module)) for prefix, module in places()]
