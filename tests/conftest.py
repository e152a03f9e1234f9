"""What holds for every test of the house."""

from __future__ import annotations

from hypothesis import settings

pytest_plugins = ["orchestrator.crash_tests.plugin"]  # installed, it would be found by its entry point

settings.register_profile("house", deadline=None)  # no test depends on how fast this machine is today
settings.load_profile("house")


def pytest_collection_modifyitems(items):
    """The long ones first: at the end, two workers then have small change to share."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
