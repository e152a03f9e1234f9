"""The orders the demo's customers send: what is on each paper, before it is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from orchestrator.demo.papers.paper import Paper, PaperLine, line, mapped

_VAT_FRANCE = Decimal(20)


def working_day(day: date) -> date:
    """`day`, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _in(days: int, day: date) -> date:
    return working_day(day + timedelta(days=days))


def morel(day: date) -> Paper:
    """Morel's own references; COURR-12 changed its meaning on 1 July 2026."""
    belt = mapped("C-1000", "COURR-12", day)
    lines = (
        line("BR-1001", "120", "pce", "Roulement à billes 6204-2RS", item="ROUL-6204"),
        line(belt, "24", "pce", "Courroie trapézoïdale SPA", item="COURR-12"),
        line("BR-5300", "36", "pce", "Graisse industrielle, cartouche 400 g"),
    )
    return Paper("C-1000", "BC-2026-0412", day, _in(14, day), lines, _VAT_FRANCE)


def hartmann(day: date) -> Paper:
    """Hartmann's long order: two pages, cartons of twelve, bolts by the hundred, hose by the metre."""
    lines = (
        line("BR-1002", "120", "ST", "Rillenkugellager 6205-2RS beidseitig abgedichtet", item="4711-0815"),
        line("BR-1001", "80", "ST", "Rillenkugellager 6204-2RS beidseitig abgedichtet", item="4711-0814"),
        line("BR-2010", "1500", "ST", "Sechskantschraube ISO 4014 M8 x 40 Festigkeitsklasse 8.8 galvanisch verzinkt",
             item="4711-2210", per=100),
        line("BR-2011", "1500", "ST", "Sechskantmutter ISO 4032 M8 galvanisch verzinkt", item="4711-2211", per=100),
        line("BR-5300", "5", "KAR", "Industriefett Kartusche 400 g, Karton mit 12 Kartuschen", factor=12),
        line("BR-4100", "75", "M", "Hydraulikschlauch 1/2 Zoll, DIN EN 853 2SN", item="4711-4100"),
        line("BR-4200", "16", "ST", "Schnellkupplung 1/2 Zoll, Stahl verzinkt", item="4711-4200"),
        line("BR-3005", "12", "ST", "Schmalkeilriemen SPA 1250 Lw"),
        line("BR-3006", "12", "ST", "Schmalkeilriemen SPA 1600 Lw"),
        line("BR-6001", "40", "PAA", "Schutzhandschuhe Größe 9, nach EN 388, für den Musterbau in Halle 4"),
        line("BR-6002", "30", "ST", "Schutzbrille farblos, EN 166", item="4711-6002"),
    )  # fmt: skip
    return Paper("C-1001", "4500098765", day, _in(14, day), lines)


def hartmann_motors(day: date) -> Paper:
    """Twelve gear motors: above the amount a machine may enter alone."""
    lines = (
        line("BR-9000", "12", "ST", "Getriebemotor 0,75 kW, Bauform B3, 400 V", item="4711-0900"),
        line("BR-1002", "24", "ST", "Rillenkugellager 6205-2RS beidseitig abgedichtet", item="4711-0815"),
    )
    return Paper("C-1001", "4500098801", day, _in(28, day), lines)


def great_lakes(day: date) -> Paper:
    """Cartons of 24 and boxes of 100, as agreed with this customer."""
    lines = (
        line("BR-6002", "4", "CTN", "Safety glasses, clear lens", factor=24),
        line("BR-2010", "20", "BX", "Hex bolt M8 x 40, zinc", factor=100),
        line("BR-4200", "15", "EA", "Quick coupling 1/2 in."),
        line("BR-5310", "10", "EA", "Cutting oil, 20 L can"),
    )
    return Paper("C-1002", "GL-104417", day, _in(18, day), lines)


def thornbury(day: date) -> Paper:
    """A short order by our own article numbers."""
    lines = (
        line("BR-6001", "150", "pairs", "Safety gloves, size 9"),
        line("BR-6002", "60", "each", "Safety glasses, clear"),
        line("BR-5300", "24", "each", "Industrial grease, 400 g"),
        line("BR-3005", "40", "each", "V-belt SPA 1250"),
    )
    return Paper("C-1003", "TP/20871", day, _in(10, day), lines)


def thornbury_revised(day: date) -> Paper:
    """Revision B of the same order: other gloves in line 1."""
    first = thornbury(day)
    more = replace(first.lines[0], quantity=Decimal(200))
    return replace(first, lines=(more, *first.lines[1:]), revision="B")


def ibarra(day: date) -> Paper:
    """Prices per hundred for screws, per metre for hose."""
    lines = (
        line("BR-2010", "2400", "ud", "Tornillo hexagonal M8 x 40 cincado", per=100),
        line("BR-2011", "2400", "ud", "Tuerca hexagonal M8 cincada", per=100),
        line("BR-4100", "60", "m", "Manguera hidráulica 1/2 pulgada"),
        line("BR-5310", "4", "ud", "Aceite de corte, bidón 20 l"),
    )
    return Paper("C-1004", "PC-26/01187", day, _in(14, day), lines)


def ibarra_misprinted(day: date) -> Paper:
    """Line 2 does not come to what is printed beside it."""
    wrong = replace(line("BR-3005", "18", "ud", "Correa trapecial SPA 1250"), misprint=Decimal("-9.00"))
    lines = (
        line("BR-1001", "50", "ud", "Rodamiento 6204-2RS"),
        wrong,
        line("BR-4200", "6", "ud", "Enchufe rápido 1/2"),
    )
    return Paper("C-1004", "PC-26/01192", day, _in(14, day), lines)


def seiler(day: date) -> Paper:
    """Articles by GTIN alone."""
    lines = (
        line("BR-9000", "3", "Stk", "Getriebemotor 0.75 kW"),
        line("BR-3006", "25", "Stk", "Keilriemen SPA 1600"),
        line("BR-1002", "200", "Stk", "Rillenkugellager 6205-2RS"),
        line("BR-5310", "2", "Stk", "Schneidöl, Kanister 20 l"),
    )
    return Paper("C-1005", "26-11873", day, _in(21, day), lines)


def rhone(day: date) -> Paper:
    """An order of a customer whose credit is blocked."""
    lines = (
        line("BR-6001", "50", "paires", "Gants de protection taille 9"),
        line("BR-6002", "20", "pièces", "Lunettes de protection incolores"),
    )
    return Paper("C-1006", "CF001932", day, _in(10, day), lines, _VAT_FRANCE)


def rhin(day: date) -> Paper:
    """The order a salesman of ours forwards."""
    lines = (
        line("BR-6001", "80", "PR", "Gants de protection T9"),
        line("BR-6002", "48", "PCE", "Lunettes de protection incolores"),
        line("BR-5310", "2", "PCE", "Huile de coupe bidon 20 L"),
    )
    return Paper("C-1007", "C260877", day, _in(12, day), lines, _VAT_FRANCE)


def rhin_unknown(day: date) -> Paper:
    """Its second line asks for an article nobody has."""
    stranger = PaperLine("BR-7788", "Toner laser noir XL", Decimal(6), "PCE", Decimal("64.90"))
    lines = (line("BR-6002", "24", "PCE", "Lunettes de protection incolores"), stranger)
    return Paper("C-1007", "C260891", day, _in(12, day), lines, _VAT_FRANCE)
