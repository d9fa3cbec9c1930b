"""Who may do what: each role, each type of entry, each page and each command, as the code decides it."""

import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module

from django.urls import URLPattern, URLResolver, get_resolver

from generate.writing import NOTICE, table
from holdfast import actions
from holdfast.access.entry_writers import OF_ITS_OWN, permission_for, permissions_for
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import ADMINISTRATOR, ROLES, AccessRole
from holdfast.access.ties import Tie
from holdfast.access.web import DeclaredPage
from holdfast.actions.command import COMMANDS
from holdfast.vocabulary.type_catalogue import catalogue

INTRODUCTION = """# Who may do what

Deny by default. A permission is held by a role through a tie: the post itself, or a part with the child that the record shows. A
tie that rests on an entry counts only where somebody else recorded it, and ends by itself. Reading one entry asks besides for
its kind (see *access* in the architecture), and *who must not know* goes before everything.

Correcting and withdrawing need the permission that recording the entry needs, and to have written it or to manage whoever did.
Where nobody is left who wrote it, whoever may *put right what somebody else recorded* may do it.
"""


def page() -> str:
    """The whole matrix."""
    return "\n".join((NOTICE + INTRODUCTION, _roles(), _types(), _pages(), _commands()))


def _roles() -> str:
    text = "## By role\n"
    for role in (*ROLES, ADMINISTRATOR):
        titles = ", ".join(sorted(title.replace("_", " ") for title in role.titles)) or "no worker's title"
        text += f"\n### {role.title[0].upper()}{role.title[1:]}\n\nWritten as: {titles}.\n\n"
        by_ways: dict[str, list[str]] = defaultdict(list)
        for each in Permission:
            if role.ties(each):
                by_ways[_ways(role, each)].append(each.sentence)
        text += table(("When", "May"), [(ways, "; ".join(sentences)) for ways, sentences in by_ways.items()])
    return text


def _ways(role: AccessRole, permission: Permission) -> str:
    ties = role.ties(permission)
    return "always" if Tie.POST in ties else "; ".join(tie.when for tie in ties)


def _types() -> str:
    rows = []
    for kind in catalogue():
        permission = permission_for(kind.name)
        holders = [role.title for role in ROLES if any(role.ties(each) for each in permissions_for(kind.name))]
        how = "by its own page or command" if kind.name in OF_ITS_OWN else "by its form"
        rows.append((kind.title, permission.sentence, ", ".join(holders), how))
    return "## By what is recorded\n\n" + table(("Entry", "Needs leave to", "Roles", "How"), rows)


def _pages() -> str:
    rows = [(f"`/{address}`", declared.permission.sentence, _about(declared)) for address, declared in _addresses()]
    return "## By page\n\n" + table(("Address", "Needs leave to", "Decided for"), sorted(rows))


def _addresses() -> Iterator[tuple[str, DeclaredPage]]:
    def walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, DeclaredPage]]:
        for each in patterns:
            address = before + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, address)
            elif (declared := getattr(each.callback, "declared_page", None)) is not None:
                yield address, declared

    yield from walk(get_resolver().url_patterns, "")


def _about(declared: DeclaredPage) -> str:
    if declared.child:
        return "the child or person in the address"
    if declared.entry:
        return "the children of the concern or message in the address"
    return "nobody in particular"


def _commands() -> str:
    for module in pkgutil.iter_modules(actions.__path__):
        import_module(f"{actions.__name__}.{module.name}")
    rows = [(f"`{name.rpartition('.')[2]}`", command.needs) for name, command in sorted(COMMANDS.items())]
    return "## By command\n\n" + table(("Command", "Needs leave to"), rows)
