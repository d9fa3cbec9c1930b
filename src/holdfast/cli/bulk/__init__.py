"""``holdfast bulk``: every rule for everybody at once, from the record, a snapshot or case files."""

import typer

from holdfast.cli.bulk import report_command, run_command, snapshot_command

app = typer.Typer(help="Every clock and signal for everybody: now, on a day, or at each month's end.", no_args_is_help=True)
app.command("run")(run_command.run_for_everybody)
app.command("report")(report_command.report_month_ends)
app.command("snapshot")(snapshot_command.write_snapshot)

__all__ = ["app"]
