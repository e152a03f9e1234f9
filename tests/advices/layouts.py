"""Advices laid out at random: language, words, columns, order, notation, deductions; the same for the same seed.

The words are those of real programs' papers, written down without looking at what the reader knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.advices.case import ZERO, Case, Chance, Paid, Payment, Taken
from tests.corpus.case import CH, DE, FR, PLAIN, US, Notation
from tests.corpus.sheet import Sheet


@dataclass(frozen=True)
class Tongue:
    """One language's words, the first of each the commonest."""

    payers: tuple[str, ...]
    address: str
    us: str
    titles: tuple[str, ...]
    number: tuple[str, ...]
    day: tuple[str, ...]
    invoice: tuple[str, ...]
    dated: tuple[str, ...]
    gross: tuple[str, ...]
    discount: tuple[str, ...]
    net: tuple[str, ...]
    amount: tuple[str, ...]
    other: tuple[str, ...]
    total: tuple[str, ...]
    dates: tuple[str, ...]
    notations: tuple[Notation, ...]
    currency: str
    intro: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]


TONGUES = {
    "gb": Tongue(
        ("Albion Stores Ltd", "Harrow & Finch Trading plc", "Midland Hospitals NHS Trust Group"),
        "Unit 4 Park Way\nDerby DE21 4AB",
        "Rhine Paper Ltd\n2 Dock Street\nLondon E1 8JP",
        ("Remittance Advice", "REMITTANCE ADVICE", "Payment Advice", "BACS Remittance", "Supplier Remittance Advice"),
        ("Payment reference", "BACS ref", "Payment no.", "Our payment ref", "Remittance No"),
        ("Payment date", "Date of payment", "Date paid", "Value date"),
        ("Invoice number", "Your invoice", "Invoice ref", "Your ref", "Invoice no."),
        ("Invoice date", "Date", "Doc. date"),
        ("Gross", "Invoice total", "Invoice value", "Gross amount"),
        ("Discount", "Settlement discount", "Disc"),
        ("Net paid", "Paid", "Amount paid", "Payment"),
        ("Amount", "Value", "Amount GBP"),
        ("PO number", "Our ref", "Type", "Due date", "Details"),
        ("Total payment", "Total paid", "Total remitted", "Payment total", "Amount paid"),
        ("%d/%m/%Y", "%d %b %Y", "%d-%m-%y"),
        (US,),
        "GBP",
        (
            "We have today made the following payment to your bank account.",
            "Please find below details of our payment.",
            "",
        ),
        (
            ("Short delivery claim", "quantity"),
            ("Price query", "price"),
            ("Carriage", "freight"),
            ("Promotional support", "promotion"),
        ),
    ),
    "us": Tongue(
        ("Blue Ridge Foods Inc.", "Tri-State Electric Corp.", "Summit Medical LLC"),
        "500 Commerce Blvd\nColumbus, OH 43215",
        "Rhine Paper Inc\n77 Pine St\nNew York, NY 10005",
        ("Remittance Advice", "Payment Remittance", "CHECK REMITTANCE", "EFT Payment Advice", "Vendor Payment Advice"),
        ("Check Number", "Check No.", "EFT Trace #", "Payment ID", "Reference Number"),
        ("Check Date", "Payment Date", "Pay Date"),
        ("Invoice Number", "Invoice #", "Vendor Invoice", "Inv. No.", "INVOICE"),
        ("Invoice Date", "Inv Date", "DATE"),
        ("Gross Amt", "Invoice Amount", "Original Amount", "GROSS"),
        ("Discount", "Disc. Taken", "DISCOUNT AMT"),
        ("Net Amt", "Net Amount", "Amount Paid", "NET CHECK AMOUNT"),
        ("Amount", "Amt", "AMOUNT"),
        ("PO #", "Voucher", "Description", "Due Date", "Type"),
        ("Check Total", "Total Payment", "Total Check Amount", "Net Payment", "Payment Amount"),
        ("%m/%d/%Y", "%m/%d/%y", "%b %d, %Y"),
        (US, PLAIN),
        "USD",
        ("The following invoices have been paid.", ""),
        (
            ("Shortage", "quantity"),
            ("Pricing error", "price"),
            ("Freight allowance", "freight"),
            ("Co-op advertising", "promotion"),
        ),
    ),
    "fr": Tongue(
        ("Les Comptoirs du Sud SAS", "Bâtiments Girard SARL", "Distribution Lemaire S.A."),
        "18 avenue Foch\n13008 MARSEILLE",
        "Papeteries du Rhin\n3 quai des Bateliers\n67000 STRASBOURG",
        (
            "Avis de paiement",
            "AVIS DE VIREMENT",
            "Avis de règlement",
            "Bordereau de règlement",
            "Détail de votre règlement",
        ),
        ("Référence paiement", "N° de virement", "Réf. virement", "N° règlement", "Référence du règlement"),
        ("Date de paiement", "Date du virement", "Date de règlement", "Date d'exécution", "Date valeur"),
        ("N° facture", "Votre facture", "Facture", "Votre référence", "Réf. facture", "N° pièce"),
        ("Date facture", "Date", "Date pièce", "Du"),
        ("Montant TTC", "Montant brut", "Montant facture", "Brut"),
        ("Escompte", "Remise escompte"),
        ("Net payé", "Montant réglé", "Net réglé", "Montant payé"),
        ("Montant", "Montant EUR"),
        ("N° commande", "Notre réf.", "Libellé", "Échéance", "Type"),
        ("Montant du virement", "Total du règlement", "Net à payer", "Total payé", "Montant total réglé"),
        ("%d/%m/%Y", "%d.%m.%Y", "%d/%m/%y"),
        (FR, DE),
        "EUR",
        (
            "Nous avons le plaisir de vous informer du virement ci-dessous.",
            "Vous trouverez ci-dessous le détail de notre règlement.",
            "",
        ),
        (
            ("Manquant livraison", "quantity"),
            ("Écart de prix", "price"),
            ("Frais de port", "freight"),
            ("Participation publicitaire", "promotion"),
        ),
    ),
    "de": Tongue(
        ("Heinrich Vogel GmbH", "Elektro Brandt AG", "Möbelhaus Krone GmbH & Co. KG"),
        "Lindenallee 7\n50668 Köln",
        "Rheinpapier GmbH\nUferweg 2\n56068 Koblenz",
        ("Zahlungsavis", "Zahlungsmitteilung", "Überweisungsavis", "Avis über unsere Zahlung", "Zahlungsavise"),
        ("Zahlungsreferenz", "Zahlungsnummer", "Zahlungsbeleg", "Avisnummer", "Überweisungs-Nr."),
        ("Zahlungsdatum", "Überweisungsdatum", "Datum", "Wertstellung", "Zahltag"),
        ("Rechnungsnummer", "Rechnungs-Nr.", "Ihre Rechnung", "Rg.-Nr.", "Ihre Belegnr.", "Referenz"),
        ("Rechnungsdatum", "Datum", "Belegdatum", "vom"),
        ("Rechnungsbetrag", "Brutto", "Bruttobetrag", "Betrag brutto"),
        ("Skonto", "Skontobetrag", "Abzug Skonto"),
        ("Zahlbetrag", "Netto", "Nettobetrag", "Zahlungsbetrag"),
        ("Betrag", "Betrag EUR"),
        ("Bestellnr.", "Unser Beleg", "Text", "Fälligkeit", "Belegart"),
        ("Zahlbetrag", "Überweisungsbetrag", "Zahlungsbetrag gesamt", "Summe Zahlung", "Gesamtbetrag"),
        ("%d.%m.%Y", "%d.%m.%y"),
        (DE, CH),
        "EUR",
        ("wir haben heute folgende Rechnungen beglichen:", "Wir überweisen Ihnen den unten genannten Betrag.", ""),
        (
            ("Fehlmenge", "quantity"),
            ("Preisdifferenz", "price"),
            ("Frachtkosten", "freight"),
            ("Werbekostenzuschuss", "promotion"),
        ),
    ),
    "es": Tongue(
        ("Comercial Levante S.L.", "Hoteles Costa Azul, S.A.", "Ferretería Central S.L.U."),
        "Calle Mayor 12\n46001 Valencia",
        "Papeles del Rin\nAvenida Europa 4\n28108 Madrid",
        ("Aviso de pago", "NOTIFICACIÓN DE PAGO", "Carta de pago", "Aviso de transferencia"),
        ("Nº de pago", "Referencia de pago", "Nº transferencia", "Referencia de la transferencia"),
        ("Fecha de pago", "Fecha valor", "Fecha de la transferencia"),
        ("Nº factura", "Su factura", "Factura", "Núm. factura", "Su referencia"),
        ("Fecha factura", "Fecha", "F. factura"),
        ("Importe bruto", "Importe factura", "Bruto"),
        ("Dto. p.p.", "Descuento p.p."),
        ("Importe neto", "Neto", "Importe pagado"),
        ("Importe", "Importe EUR"),
        ("Nº pedido", "Ntra. ref.", "Concepto", "Vencimiento", "Tipo"),
        ("Importe total del pago", "Total pagado", "Importe de la transferencia", "Total a pagar", "Importe del pago"),
        ("%d/%m/%Y", "%d-%m-%Y"),
        (DE,),
        "EUR",
        ("Les informamos que hemos realizado el siguiente pago.", ""),
        (
            ("Faltante de mercancía", "quantity"),
            ("Diferencia de precio", "price"),
            ("Gastos de envío", "freight"),
            ("Aportación publicitaria", "promotion"),
        ),
    ),
    "it": Tongue(
        ("Lombarda Componenti S.p.A.", "Arredi Conti S.r.l.", "Ferramenta Rossi S.n.c."),
        "Via Garibaldi 9\n20121 Milano",
        "Cartiera del Reno\nVia Emilia 4\n40100 Bologna",
        ("Avviso di pagamento", "AVVISO DI BONIFICO", "Distinta di pagamento", "Dettaglio pagamento"),
        ("Riferimento pagamento", "N. bonifico", "Numero pagamento", "Rif. bonifico"),
        ("Data pagamento", "Data valuta", "Data bonifico"),
        ("N. fattura", "Numero fattura", "Vs. fattura", "Fattura", "Vostro riferimento"),
        ("Data fattura", "Data", "Data doc."),
        ("Importo lordo", "Importo fattura", "Lordo"),
        ("Sconto", "Sconto cassa"),
        ("Netto pagato", "Importo pagato", "Netto"),
        ("Importo", "Importo EUR"),
        ("N. ordine", "Ns. rif.", "Descrizione", "Scadenza", "Tipo doc."),
        ("Totale bonifico", "Importo del bonifico", "Totale pagato", "Netto a pagare", "Totale pagamento"),
        ("%d/%m/%Y", "%d-%m-%Y"),
        (DE,),
        "EUR",
        ("Vi comunichiamo che abbiamo disposto il seguente bonifico.", ""),
        (
            ("Merce mancante", "quantity"),
            ("Differenza prezzo", "price"),
            ("Spese di trasporto", "freight"),
            ("Contributo promozionale", "promotion"),
        ),
    ),
}
MINUS = ("-{}", "{}-", "({})", "{} CR")


@dataclass
class Look:
    """What one paper looks like, drawn from its seed."""

    seed: int
    chance: Chance = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Chance(10_000 + self.seed)
        pick = self.chance.random
        self.language = pick.choice(list(TONGUES))
        self.words = TONGUES[self.language]
        self.notation = pick.choice(self.words.notations)
        self.minus = pick.choice(MINUS[:3] if self.language != "gb" else MINUS)
        self.form = pick.choice(self.words.dates)
        self.columns = pick.choice(("amount", "gross discount net", "gross net", "gross discount net"))
        self.claims = pick.random() < 0.3 and self.columns == "amount"
        self.others = pick.sample(range(len(self.words.other)), pick.randrange(3))
        self.number_first = pick.random() < 0.6
        self.heads = pick.choice(("pairs", "pairs", "boxes", "lines"))
        self.total_place = pick.choice(("row", "row", "head", "below"))
        self.font = pick.choice(("helvetica", "times", "courier"))
        self.count = pick.choice((1, 3, 5, 8, 13, 40))

    def amount(self, value: Decimal) -> str:
        """As this paper prints it."""
        return self.minus.format(self.notation(abs(value))) if value < 0 else self.notation(value)


def layouts(seed: int) -> Case:
    """The paper of a seed."""
    look = Look(seed)
    payment = _payment(look)
    sheet = Sheet()
    truth = _draw(sheet, look, payment)
    return Case(f"at random {seed}, {look.language}", sheet.content(), truth)


def _payment(look: Look) -> Payment:
    pick, chance = look.chance.random, look.chance
    prefix = pick.choice(("INV-", "F", "RE-2026-", "", "20", "FA/2026/", "S"))
    start = pick.randrange(1000, 89999)
    lines = []
    for n in range(look.count):
        number = (
            f"{prefix}{start + n * pick.randrange(1, 9):06d}" if prefix in {"", "20"} else f"{prefix}{start + n * 7}"
        )
        if n and n % 6 == 5:
            lines.append(Paid(f"CN{start + n}", chance.day(), -chance.amount(1000, 30000)))
            continue
        gross = chance.amount()
        taken: tuple[Taken, ...] = ()
        if "discount" in look.columns and pick.random() < 0.5:
            taken = (Taken("", "discount", (gross * Decimal("0.02")).quantize(ZERO)),)
        elif look.claims and (n == 0 or pick.random() < 0.3) and look.count > 1:
            taken = (Taken(*pick.choice(look.words.claims), chance.amount(100, 4000)),)
        lines.append(Paid(number, chance.day(), gross, taken))
    unique = {one.reference: one for one in lines}
    number = f"{pick.choice(('P', 'VIR', 'TR-', '', 'E2E-'))}{pick.randrange(1000000, 9999999)}"
    return Payment(
        pick.choice(look.words.payers),
        number,
        chance.day(date(2026, 4, 1)),
        look.words.currency,
        tuple(unique.values()),
    )


def _draw(sheet: Sheet, look: Look, payment: Payment) -> dict[str, Any]:
    pick, words = look.chance.random, look.words
    sheet.paper(look.font, pick.choice((8, 9, 10)), "letter" if look.language == "us" else "A4")
    sheet.at(50, 50, payment.payer, bold=True, size=pick.choice((10, 12, 14)))
    sheet.block(50, 64, words.address)
    sheet.block(pick.choice((50, 340)), 125, words.us)
    sheet.at(pick.choice((50, 200)), 195, pick.choice(words.titles), bold=True, size=13)
    total = pick.choice(words.total)
    _head(sheet, look, payment, total if look.total_place == "head" else None)
    intro = pick.choice(words.intro)
    if intro:
        sheet.at(50, 285, intro)
    y = _table(sheet, look, payment, total)
    if look.total_place == "below":
        sheet.at(50, y + 24, f"{total}: {look.amount(payment.total)} {words.currency}", bold=True)
    return _truth(look, payment)


def _head(sheet: Sheet, look: Look, payment: Payment, total: str | None) -> None:
    pick, words = look.chance.random, look.words
    day = payment.day.strftime(look.form) if payment.day else ""
    number, dated = pick.choice(words.number), pick.choice(words.day)
    pairs = [
        (number, payment.number or ""),
        (dated, day),
        (
            {"fr": "Devise", "de": "Währung", "es": "Moneda", "it": "Valuta"}.get(look.language, "Currency"),
            words.currency,
        ),
    ]
    pairs += [(total, f"{words.currency} {look.amount(payment.total)}")] if total else []
    if look.heads == "pairs":
        sheet.pairs(50, 215, [(f"{label}:", value) for label, value in pairs], to=230)
    elif look.heads == "boxes":
        sheet.boxes(40, 212, [140] * len(pairs), pairs)
    else:
        sheet.block(50, 215, "\n".join(f"{label} : {value}" for label, value in pairs))


def _table(sheet: Sheet, look: Look, payment: Payment, total: str) -> float:
    pick, words = look.chance.random, look.words
    figures = {
        "amount": [words.amount],
        "gross net": [words.gross, words.net],
        "gross discount net": [words.gross, words.discount, words.net],
    }[look.columns]
    headings = [pick.choice(words.invoice), pick.choice(words.dated)]
    kinds = ["number", "date"] if look.number_first else ["date", "number"]
    headings = headings if look.number_first else headings[::-1]
    for index in look.others:
        headings.append(words.other[index])
        kinds.append(f"other{index}")
    columns, last = _places(sheet, look, headings, [pick.choice(some) for some in figures])

    def turn(y: float) -> float:
        if y < 760:
            return y
        sheet.new_page()
        return sheet.table(columns, 60, [])

    rows: list[list[str]] = []
    for n, one in enumerate(payment.lines):
        rows.append([_cell(look, kind, one, n) for kind in kinds] + _figures(look, one))
        for taken in one.taken if look.columns == "amount" else ():
            rows.append(["", "", *([""] * (len(kinds) - 2)), look.amount(-taken.amount)])
            rows[-1][1] = taken.text
    y = sheet.table(columns, 310, rows, turn=turn, lined=pick.random() < 0.3)
    if look.total_place == "row":
        sheet.at(50, y + 6, total, bold=True)
        sheet.at(last, y + 6, look.amount(payment.total), align="R", bold=True)
    return y


def _places(sheet: Sheet, look: Look, headings: list[str], figures: list[str]) -> tuple[list[str], float]:
    """The columns as wide as their words need, and where the last one ends; smaller print where they would not fit."""
    tight = look.chance.random.choice((6, 12, 25))
    sheet.pdf.set_font(style="B", size=sheet.points)
    widths = [
        max(sheet.pdf.get_string_width(text), sheet.pdf.get_string_width("RE-2026-123456")) + tight for text in headings
    ]
    widths += [
        max(sheet.pdf.get_string_width(text), sheet.pdf.get_string_width("-1.234.567,89")) + tight for text in figures
    ]
    if sum(widths) > 515 and sheet.points > 5.5:
        sheet.points -= 0.5
        return _places(sheet, look, headings, figures)
    x, columns = 50.0, []
    for place, (text, width) in enumerate(zip([*headings, *figures], widths, strict=True)):
        figure = place >= len(headings)
        columns.append(f">{round(x + width - tight)} {text}" if figure else f"{round(x)} {text}")
        x += width
    return columns, float(round(x - tight))


def _cell(look: Look, kind: str, one: Paid, n: int) -> str:
    if kind == "number":
        return one.reference
    if kind == "date":
        return one.day.strftime(look.form) if one.day else ""
    return (
        (
            (
                f"45000{n + 100}",
                f"19000{n + 200}",
                "IN" if one.net > 0 else "CR",
                one.day.strftime(look.form) if one.day else "",
                "Goods",
            ),
            (
                f"45000{n + 100}",
                f"19000{n + 200}",
                "Goods",
                one.day.strftime(look.form) if one.day else "",
                "RE" if one.net > 0 else "GS",
            ),
        )[look.language not in {"gb", "us"}][int(kind[5:])]
        if look.language != "us"
        else (f"45000{n + 100}", f"19000{n + 200}", "Goods", one.day.strftime(look.form) if one.day else "", "IN")[
            int(kind[5:])
        ]
    )


def _figures(look: Look, one: Paid) -> list[str]:
    off = one.gross - one.net
    if look.columns == "amount":
        return [look.amount(one.gross)]
    if look.columns == "gross net":
        return [look.amount(one.gross), look.amount(one.net)]
    return [look.amount(one.gross), look.amount(off) if off else "", look.amount(one.net)]


def _truth(look: Look, payment: Payment) -> dict[str, Any]:
    truth = payment.truth()
    for line in truth["lines"]:
        for taken in line["deductions"]:
            taken.pop("text") if look.columns != "amount" else None
    return truth


def random_seeds(count: int, first: int = 0) -> list[int]:
    """`count` seeds from `first`."""
    return list(range(first, first + count))
