"""What is typed: ``holdfast demo · serve · worker · migrate · import · export · replay · bulk · standards · due · explain ·
verify · rebuild · doctor · stop``.

One file for each command. A command that needs the database says so itself, so that ``replay`` needs none.
"""

import typer

from holdfast.cli import (
    bulk,
    demo,
    doctor,
    due,
    explain,
    export,
    import_file,
    migrate,
    rebuild,
    replay,
    serve,
    standards,
    stop,
    verify,
    worker,
)

app = typer.Typer(
    name="holdfast",
    help="The shared record of a local safeguarding children partnership.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("demo")(demo.demo)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)
app.command("migrate")(migrate.migrate)
app.command("import")(import_file.import_file)
app.command("export")(export.export)
app.command("replay")(replay.replay_file)
app.command("bulk")(bulk.bulk)
app.command("due")(due.due)
app.command("explain")(explain.explain)
app.add_typer(standards.app, name="standards")
app.command("verify")(verify.verify)
app.command("rebuild")(rebuild.rebuild)
app.command("doctor")(doctor.doctor)
app.command("stop")(stop.stop)

__all__ = ["app"]
