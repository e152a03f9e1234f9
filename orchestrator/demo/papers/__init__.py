"""The documents and mails of the demo: papers of its customers, drawn when asked, the same bytes for the same day."""

from orchestrator.demo.papers.expected import DemoMail, Expected, ExpectedLine, ExpectedOrder
from orchestrator.demo.papers.mails import mails

__all__ = ["DemoMail", "Expected", "ExpectedLine", "ExpectedOrder", "mails"]
