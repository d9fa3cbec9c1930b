"""``holdfast worker``: what happens because time passes, and what is sent."""

from holdfast.cli.preflight import begin, need_tables


def worker() -> None:
    """Run the jobs: seals every minute, alerts that come due, ladders that climb, messages that go out."""
    begin()
    need_tables()
    from django.core.management import call_command

    from holdfast.record.warm_up import warm_up

    # Before the first job: the minute's work would compile the rules otherwise, and be late with what it is for.
    warm_up()
    call_command("procrastinate", "worker", "--concurrency", "4")
