"""A webhook: one signed POST, bounded in time and size, that follows no redirect.

The header `O2C-Signature: t=1767225600,v1=…` holds the seconds since 1970 at which it was sent and the HMAC-SHA256
(RFC 2104, hex) of `<t>.<body>` under the shared secret: a receiver that compares it and refuses a `t` older than a few
minutes takes no forged and no repeated notice.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bots.adapters.imap import Secret
from bots.errors import ApplicationError

SIGNATURE = "O2C-Signature"
DELIVERY = "O2C-Delivery"  #: the same for every attempt at one notice: whoever got it before may drop it
_READ = 1024  #: bytes of an answer that are read at most


@dataclass(frozen=True)
class Webhook:
    """Where to POST and the secret both sides know. `timeout` in seconds, for connecting and for the answer."""

    url: str
    secret: Secret = field(repr=False)
    timeout: float
    clock: Callable[[], float]  #: seconds since 1970

    def post(self, body: bytes, delivery: str) -> None:
        """Send JSON. Raises ApplicationError, without address or secret, when the answer is not 2xx or none comes."""
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "o2c",
            DELIVERY: delivery,
            SIGNATURE: signature(self.secret.reveal(), int(self.clock()), body),
        }
        request = urllib.request.Request(self.url, body, headers, method="POST")  # noqa: S310 - the model checked it
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=self.timeout) as answer:
                answer.read(_READ)
        except urllib.error.HTTPError as refused:
            refused.close()
            raise ApplicationError(f"the webhook answered {refused.code}; the notice is sent again later") from None
        except (OSError, http.client.HTTPException) as why:
            said = getattr(why, "reason", why)
            raise ApplicationError(
                f"the webhook did not answer ({type(said).__name__}); the notice is sent again later"
            ) from None


def signature(secret: str, moment: int, body: bytes) -> str:
    """The header's value: when, and the HMAC-SHA256 of `<when>.<body>`."""
    signed = hmac.new(secret.encode(), b"%d.%b" % (moment, body), hashlib.sha256).hexdigest()
    return f"t={moment},v1={signed}"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A notice goes where the admin said, or nowhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """No other address."""
