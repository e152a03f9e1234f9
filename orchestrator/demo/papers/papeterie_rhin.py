"""Papeterie du Rhin: a listing of an old mid-range computer, one fixed pitch, rules made of dashes."""

from __future__ import annotations

from orchestrator.demo.papers.numbers import french, whole
from orchestrator.demo.papers.paper import Paper, PaperLine
from orchestrator.demo.papers.sheet import Sheet
from orchestrator.demo.world import COMPANY, COMPANY_ADDRESS

_SIZE = 9.5
_LEADING = 4.5
_WIDTH = 90


def draw(paper: Paper) -> bytes:
    """The order as PDF."""
    sheet = Sheet(f"COMMANDE {paper.number}", paper.day, "courier", maker="IBM i InfoPrint")
    y = 20.0
    for text, style in _print_out(paper):
        sheet.say(14, y, text, _SIZE, style)
        y += _LEADING
    return sheet.content()


def _print_out(paper: Paper) -> list[tuple[str, str]]:
    heading = "PAPETERIE DU RHIN SARL"
    plain = [
        f"{heading}{'PAGE :  1':>{_WIDTH - len(heading)}}",
        "3 RUE DU PORT DU RHIN",
        "67000 STRASBOURG",
        "SIREN 392 088 159   TVA FR03392088159",
        "",
        "",
        f"{'COMMANDE FOURNISSEUR':^{_WIDTH}}",
        f"{'=' * 20:^{_WIDTH}}",
        "",
        *_beside(paper),
        "",
        "-" * _WIDTH,
        f"{'ARTICLE':<10}{'DESIGNATION':<36}{'QTE':>8}  {'UN':<4}{'PRIX UNIT.':>13}{'MONTANT':>17}",
        "-" * _WIDTH,
        *(_printed(line) for line in paper.lines),
        "-" * _WIDTH,
        f"{'TOTAL HORS TAXES EUR':>60}{french(paper.net):>30}",
        f"{f'TVA {french(paper.tax_rate)} %':>60}{french(paper.tax):>30}",
        f"{'TOTAL TTC EUR':>60}{french(paper.gross):>30}",
        "",
        "",
        "LIVRAISON : DU LUNDI AU VENDREDI 8H-12H   FRANCO DE PORT",
        "REGLEMENT : 30 JOURS DATE DE FACTURE",
        "",
        f"{'*** FIN DE COMMANDE ***':^{_WIDTH}}",
    ]
    strong = (heading, "COMMANDE FOURNISSEUR", "TOTAL TTC")
    return [(text, "B" if text.strip().startswith(strong) else "") for text in plain]


def _beside(paper: Paper) -> list[str]:
    left = (f"COMMANDE NO : {paper.number}", f"DATE        : {paper.day:%d/%m/%Y}",
            f"A LIVRER LE : {paper.need:%d/%m/%Y}", "ACHETEUR    : M. WOLFF")  # fmt: skip
    right = (f"FOURNISSEUR : {COMPANY.upper()}", *(f"{'':14}{text.upper()}" for text in COMPANY_ADDRESS))
    return [f"{one:<45}{other}" for one, other in zip(left, right, strict=True)]


def _printed(line: PaperLine) -> str:
    return (
        f"{line.item or line.sku:<10}{line.description.upper()[:35]:<36}{whole(line.quantity):>8}  {line.unit:<4}"
        f"{french(line.price):>13}{french(line.amount):>17}"
    )
