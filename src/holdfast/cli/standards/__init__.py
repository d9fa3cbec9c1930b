"""``holdfast standards``: what should happen and what should worry us, and a partnership's own values."""

import typer

from holdfast.cli.standards import list_command, set_command, values_command

app = typer.Typer(help="The standards and signals, and this partnership's own values.", no_args_is_help=True)
app.command("list")(list_command.list_rules)
app.command("set")(set_command.set_value)
app.command("values")(values_command.values)

__all__ = ["app"]
