"""`o2c up` and `o2c worker`: bots at work around the clock, on one machine or on many."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from orchestrator.commands.options import ConfigFile, open_house
from orchestrator.duty import bots_exist, grace_of, lease_of, lines_of, standstill
from orchestrator.supervisor import Post, Supervisor, own_command, when_left_alone

EndsWithInput = Annotated[
    bool, typer.Option("--ends-with-input", hidden=True, help="Leave when standard input ends: `o2c up` is gone.")
]
Bots = Annotated[list[str] | None, typer.Option("--bot", help="Serve only this bot (and those that share its log-in).")]


def add_to(app: typer.Typer) -> None:
    """Join `up`, `worker` and the hidden `scheduler` to the command."""
    app.command("up")(up)
    app.command("worker")(worker)
    app.command("scheduler", hidden=True)(scheduler)


def up(
    config: ConfigFile = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many workers; one for each log-in if not said here or in the file.")
    ] = None,
) -> None:
    """Run the timetable and the workers until told to stop; start again whatever of them ends.

    Ctrl-C or SIGTERM lets what runs end, or hands it back.
    """
    console = Console(stderr=True, highlight=False)
    with open_house(config) as house:
        number = workers or house.config.workers or max(1, len(lines_of(house.config)))
        path, grace = house.path, grace_of(house.config)
        watched = bool(house.config.metrics or house.config.alerts)
    supervisor = Supervisor(
        posts(path, number, watched), grace, lambda text: console.print(f"o2c up: {text}", markup=False)
    )
    _stop_on_signal(supervisor.stop)
    supervisor.run()


def posts(config: Path, workers: int, watched: bool) -> tuple[Post, ...]:
    """What `o2c up` keeps running: with `watched`, also whoever shows metrics and tells of what is wrong. Whatever
    else is to run beside them is one more line here."""
    command = partial(own_command, config)
    scheduler_post = Post("scheduler", command("scheduler"))
    watch_post = (Post("watch", command("watch")),) if watched else ()
    return (
        scheduler_post,
        *watch_post,
        *(Post(f"worker-{one}", command("worker", "--name", f"worker-{one}")) for one in range(1, workers + 1)),
    )


def worker(
    config: ConfigFile = None,
    bot: Bots = None,
    name: Annotated[str, typer.Option(help="What it is called in the record.")] = "worker",
    ends_with_input: EndsWithInput = False,
) -> None:
    """Be one more worker, on any machine that reaches the database, until told to stop."""
    from orchestrator.report import say_settled
    from orchestrator.run import Crew
    from orchestrator.worker import enlist

    console = Console(highlight=False)
    with open_house(config) as house:
        bots_exist(house.config, bot or ())
        token = enlist(house.store, name, lease_of(house.config))
        made = Crew(house, token, lambda item: say_settled(item, console)).worker(tuple(bot or ()))
        _stop_on_signal(made.stop)
        if ends_with_input:
            when_left_alone(made.stop)
        made.work()


def scheduler(config: ConfigFile = None, ends_with_input: EndsWithInput = False) -> None:
    """Decide what the timetable names, and listen for mail. Any number may run: each time is decided once."""
    from orchestrator.scheduling.mail_watch import MailWatch
    from orchestrator.scheduling.scheduler import Scheduler, follow_file

    console = Console(highlight=False)
    with open_house(config) as house:
        follow_file(house.store, house.config.timetable())
        may_not = partial(standstill, house.config, house.store)
        made = Scheduler(house.store, house.config, may_not, lambda text: console.print(text, markup=False))
        watch = MailWatch(house.listening, made.mail_came)
        made.on_mail_wanted = watch.watch
        _stop_on_signal(made.stop)
        if ends_with_input:
            when_left_alone(made.stop)
        made.run()
        watch.stop()


def _stop_on_signal(stop: Callable[[], None]) -> None:
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop())
