"""The process that holds the demo's IMAP server: pymap, until the process that started it is gone.

Run as a file of its own, never imported: `python -P pymap_child.py <pymap's own arguments>`, its standard input and
output pipes. It prints the port it listens on; asked for port 0, the system chooses one, and nobody can take it in
between. When the starter ends, however it ends, its end of the pipe closes, and pymap ends with it.
"""

from __future__ import annotations

import asyncio
import os
import threading
from typing import Any

start_server = asyncio.start_server


async def start_and_tell(*arguments: Any, **options: Any) -> asyncio.Server:
    """asyncio's own `start_server`, which then says where; pymap has no way to say it."""
    server = await start_server(*arguments, **options)
    print(server.sockets[0].getsockname()[1], flush=True)
    return server


def end_with_the_starter() -> None:
    """Wait for the end of standard input, then end the process at once: nothing here is worth keeping."""
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    from pymap.main import main

    asyncio.start_server = start_and_tell
    threading.Thread(target=end_with_the_starter, daemon=True).start()
    main()
