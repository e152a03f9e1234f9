"""MERCURE Gestion Commerciale 4.2: an intranet order system with the manners of 2003, to try the bots on.

A program of its own, in a process of its own, with a database of its own; nothing of the product imports it
except the demo and the tests. `docs/old-portal.md` lists its pages, fields and errors.
"""
