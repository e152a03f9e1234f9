"""The process that holds the demo's IMAP server: pymap, until the process that started it is gone.

Run as a file of its own, never imported: `python -P pymap_child.py <pymap's own arguments>`, its standard input a
pipe. The pipe closes when the starter ends, however it ends, and pymap ends with it.
"""

from __future__ import annotations

import os
import threading


def end_with_the_starter() -> None:
    """Wait for the end of standard input, then end the process at once: nothing here is worth keeping."""
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    from pymap.main import main

    threading.Thread(target=end_with_the_starter, daemon=True).start()
    main()
