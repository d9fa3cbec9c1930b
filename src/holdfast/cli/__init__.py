"""What is typed: ``holdfast demo · serve · worker · migrate · import · export · replay · bulk · standards · due · explain ·
verify · rebuild · doctor · stop``.

One file for each command, named for it (``replay_command``); the other files are what several of them share.
"""

import typer

from holdfast.cli import (
    bulk,
    demo_command,
    doctor_command,
    due_command,
    explain_command,
    export_command,
    import_command,
    migrate_command,
    rebuild_command,
    replay_command,
    serve_command,
    standards,
    stop_command,
    verify_command,
    worker_command,
)

# Nothing of Django is imported before a command runs: each that needs the database says so itself (preflight.begin), so that
# replay, due and explain --case work on a laptop that has none, and start at once.
app = typer.Typer(
    name="holdfast",
    help="The shared record of a local safeguarding children partnership.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("demo")(demo_command.demo)
app.command("serve")(serve_command.serve)
app.command("worker")(worker_command.worker)
app.command("migrate")(migrate_command.migrate)
app.command("import")(import_command.import_file)
app.command("export")(export_command.export)
app.command("replay")(replay_command.replay_file)
app.add_typer(bulk.app, name="bulk")
app.command("due")(due_command.due)
app.command("explain")(explain_command.explain)
app.add_typer(standards.app, name="standards")
app.command("verify")(verify_command.verify)
app.command("rebuild")(rebuild_command.rebuild)
app.command("doctor")(doctor_command.doctor)
app.command("stop")(stop_command.stop)

__all__ = ["app"]
