"""Portals worked in a real browser, in the logical names of their selector maps."""

from bots.adapters.browser.inspect import Inspected, Verdict, inspect_portal
from bots.adapters.browser.launch import open_browser
from bots.adapters.browser.page import BrowserPage
from bots.adapters.browser.portal import BrowserPortal

__all__ = ["BrowserPage", "BrowserPortal", "Inspected", "Verdict", "inspect_portal", "open_browser"]
