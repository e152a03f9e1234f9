"""`o2c metrics` and `o2c alerts`: how everything stands, and who is told when it does not."""

from __future__ import annotations

import dataclasses
import signal
import threading
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from bots.adapters.workspace import Channel, Telling
from bots.errors import ApplicationError, ConfigError, O2CError
from orchestrator.commands.options import AsJson, ConfigFile, open_house
from orchestrator.commands.output import print_json
from orchestrator.supervisor import when_left_alone

group = typer.Typer(help="What is wrong now, and whether people would hear of it.", invoke_without_command=True)


def add_to(app: typer.Typer) -> None:
    """Join `metrics`, the group `alerts` and the hidden `watch` to the command."""
    app.command("metrics")(metrics)
    app.command("watch", hidden=True)(watch)
    app.add_typer(group, name="alerts")


def metrics(
    serve: Annotated[bool, typer.Option("--serve", help="Answer on the configured address until stopped.")] = False,
    config: ConfigFile = None,
) -> None:
    """Print every figure once, in the OpenMetrics format, or serve them for a Prometheus to collect."""
    from orchestrator.metrics import printed
    from orchestrator.store.snapshot import take_snapshot
    from orchestrator.watch import serve_metrics

    with open_house(config) as house:
        if not serve:
            typer.echo(printed(lambda: take_snapshot(house.store.database)), nl=False)
            return
        if house.config.metrics is None:
            raise ConfigError(
                "config.yaml does not say where metrics are served; add `metrics: {listen: 127.0.0.1:9464}`"
            )
        with serve_metrics(house) as port:
            typer.echo(f"metrics on http://{house.config.metrics.host}:{port}/metrics; Ctrl-C ends", err=True)
            threading.Event().wait()


def watch(
    config: ConfigFile = None,
    ends_with_input: Annotated[
        bool, typer.Option("--ends-with-input", hidden=True, help="Leave when standard input ends: `o2c up` is gone.")
    ] = False,
) -> None:
    """Serve metrics and tell people of what is wrong, as config.yaml says, until told to stop."""
    from orchestrator import watch as watching

    over = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: over.set())
    if ends_with_input:
        when_left_alone(over.set)
    with open_house(config) as house, watching.watch(house), watching.serve_metrics(house):
        over.wait()


@group.callback(invoke_without_command=True)
def listed(context: typer.Context, config: ConfigFile = None, as_json: AsJson = False) -> None:
    """List what is wrong now, the oldest first."""
    if context.invoked_subcommand is not None:
        return
    from orchestrator.alerts import alerts
    from orchestrator.store.snapshot import take_snapshot

    with open_house(config) as house:
        told = {one.cause: one.raised_at for one in house.store.alarms.standing()}
        found = alerts(take_snapshot(house.store.database))
    if as_json:
        print_json([{**dataclasses.asdict(alert), "told_at": str(told.get(alert.cause) or "")} for alert in found])
        return
    for alert in found:
        since = f"told at {told[alert.cause]:%Y-%m-%d %H:%M %Z}" if alert.cause in told else "not told yet"
        typer.echo(f"{alert.cause} ({since}): {alert.text}")
    if not found:
        typer.echo("Nothing is wrong that somebody would be told of.")


@group.command("test")
def send_one(config: ConfigFile = None) -> None:
    """Send one notice to everybody who would be told, and say whether it was taken. Exit code 5: it was not."""
    from orchestrator.assembly import alert_channels

    notice = Telling(0, "test", "test", "This is a test of the alerts.", datetime.now(UTC))
    with open_house(config) as house:
        channels = alert_channels(house)
        if not channels:
            raise ConfigError("config.yaml names nobody to be told; add `alerts` as docs/metrics-and-alerts.md says")
        failed = [name for name, channel in channels.items() if not _took(name, channel, notice)]
    if failed:
        raise ApplicationError(f"not taken by: {', '.join(failed)}; nobody there would hear of an alert")


def _took(name: str, channel: Channel, notice: Telling) -> bool:
    console = Console(highlight=False, soft_wrap=True)
    try:
        channel.tell(notice)
    except O2CError as failure:
        console.print(f"{name}: {failure}", style="red", markup=False)
        return False
    console.print(f"{name}: taken", markup=False)
    return True
