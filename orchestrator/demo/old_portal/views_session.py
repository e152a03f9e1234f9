"""Log-in, log-off, the frames and the menu."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from orchestrator.demo.old_portal.figures import Refused
from orchestrator.demo.old_portal.sessions import Sessions, check_password
from orchestrator.demo.old_portal.visit import Visit

EXPIRED = "Your session has expired"

#: The menu: group → (entry, page). A group without a name stands alone.
MENU = (
    ("Orders", (("New order", "/order_new.do"), ("Order search", "/order_search.do"))),
    (
        "Receivables",
        (
            ("Open invoices", "/open_invoices.do"),
            ("Receipts", "/receipt_new.do"),
            ("Receipt search", "/receipt_search.do"),
            ("Statements", "/statement.do"),
        ),
    ),
    ("Master data", (("Articles", "/article_search.do"), ("Customers", "/customer_search.do"))),
)


def front(visit: Visit) -> Response:
    """The address people have bookmarked: the log-in form, or the frames for who is logged in."""
    return RedirectResponse("/frames.do", 303) if visit.session else visit.page("login.html")


def log_in(visit: Visit, sessions: Sessions, cookie: str) -> Response:
    """Check user and password; a wrong one is a text on the same form."""
    try:
        user = check_password(visit.database, visit.form.get("uid", ""), visit.form.get("pwd", ""))
    except Refused as refusal:
        return visit.page("login.html", error=str(refusal))
    answer = RedirectResponse("/frames.do", 303)
    answer.set_cookie(cookie, sessions.begin(user), httponly=True)
    return answer


def expired(visit: Visit) -> Response:
    """What every page answers once the session is gone. Whatever was typed is lost."""
    return visit.page("login.html", message=EXPIRED)


def goodbye(visit: Visit) -> Response:
    """After logging off."""
    return visit.page("login.html", message="You have logged off")


def frames(visit: Visit) -> Response:
    """The frameset: menu on the left, work on the right."""
    return visit.page("frames.html")


def menu(visit: Visit) -> Response:
    """The menu frame."""
    return visit.page("menu.html", menu=MENU)


def welcome(visit: Visit) -> Response:
    """What the main frame shows after the log-in."""
    return visit.main_page("welcome.html")
