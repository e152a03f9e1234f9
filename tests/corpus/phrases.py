"""Words that buyers' papers use, by language, for papers laid out at random."""

from __future__ import annotations

from dataclasses import dataclass

from tests.corpus.case import CH, COMMA, DE, FR, FR_HARD, PLAIN, US, Notation

# fmt: off
Choice = tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """One language as one country prints it; where several words are in use, all of them."""

    country: str
    country_name: str
    currencies: tuple[tuple[str, str], ...]  #: code and sign
    notations: tuple[Notation, ...]
    date_formats: Choice
    months: Choice
    companies: tuple[tuple[str, str], ...]  #: name with legal form, address
    vat_label: Choice
    vats: Choice
    supplier: str
    titles: Choice
    number: Choice
    date: Choice
    need: Choice
    vendor: Choice
    ship_to: Choice
    line: Choice
    ours: Choice  #: the buyer's number
    yours: Choice  #: the supplier's number
    bare: Choice  #: whose number is not said
    description: Choice
    qty: Choice
    unit: Choice
    price: Choice
    per: Choice
    discount: Choice
    tax_rate: Choice
    amount: Choice
    net: Choice
    tax: Choice
    total: Choice  #: with tax or without any
    total_net: Choice  #: the only total, where no tax is printed
    freight: Choice
    carried: Choice
    page: str
    units: Choice
    comments: Choice
    footers: Choice
    goods: Choice


GB = Phrases(
    "GB", "United Kingdom", (("GBP", "£"), ("EUR", "€")), (US, PLAIN), ("{d:02}/{m:02}/{y}", "{d} {month} {y}", "{d:02}-{mon}-{y}"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    (("Hallam Bearings Ltd", "14 Forge Lane\nSheffield S4 7QP"), ("Cotswold Dairy Equipment Ltd", "Unit 3 Station Yard\nMoreton-in-Marsh GL56 0AA"),
     ("Kestrel Avionics PLC", "Hangar 2\nKidlington OX5 1QX")),
    ("VAT No.", "VAT Reg. No:"), ("GB980780684", "GB340804329"), "Severn Valve Supplies Ltd\nUnit 9 Dock Road\nBristol BS11 9FG",
    ("Purchase Order", "PURCHASE ORDER", "Official Order"), ("Order No.", "PO Number", "Purchase Order No", "P.O. No."), ("Date", "Order Date", "PO Date"),
    ("Delivery Date", "Required by", "Date required", "Due date"), ("Supplier", "To", "Vendor"), ("Deliver to", "Delivery address", "Ship to"),
    ("Line", "No.", "#", "Ln"), ("Our ref", "Our part no.", "Stock code"), ("Your ref", "Supplier part no.", "Your part no."), ("Item", "Part no.", "Product code"),
    ("Description", "Details", "Item description"), ("Qty", "Quantity", "Qty ordered"), ("Unit", "UOM", "U/M"), ("Unit price", "Price", "Price each", "Rate"),
    ("Per", "Price per"), ("Disc %", "Discount %"), ("VAT %", "VAT rate"), ("Amount", "Line total", "Net amount", "Value", "Total"),
    ("Net total", "Subtotal", "Goods total"), ("VAT", "VAT 20%"), ("Total", "Order total", "Grand total", "Total inc. VAT"), ("Total", "Order total", "Total ex VAT"),
    ("Carriage", "Delivery charge"), ("Carried forward", "Brought forward"), "Page {n} of {of}", ("EA", "pcs", "each", "m", "box", "set"),
    ("Certificate of conformity required.", "Ref. drawing 4471 issue 3", "Deliver to goods inward, bay 2"),
    ("Registered in England 04455110. Tel 0114 496 0022. Bank 20-00-00 Acct 55779911", "Goods received without our order number will be refused."),
    ("Deep groove bearing 6204", "Oil seal 35x52x7", "Grease nipple M6", "Locking nut KM5", "Retaining ring 40 mm", "Timing belt 8M 1200", "Proximity sensor M12", "Hydraulic hose 1/2 in"),
)
AMERICAN = Phrases(
    "US", "United States", (("USD", "$"),), (US, PLAIN), ("{m}/{d}/{y}", "{m:02}/{d:02}/{y}", "{month} {d}, {y}"), GB.months,
    (("Blue Ridge Conveyors Inc.", "210 Depot St\nRoanoke, VA 24016"), ("Mesa Fluid Power LLC", "4000 W Baseline Rd\nMesa, AZ 85202"),
     ("Great Lakes Packaging Corp.", "88 Harbor Dr\nDuluth, MN 55802")),
    (), (), "Harbor Fasteners Inc.\n200 Pier Road\nBaltimore, MD 21230",
    ("Purchase Order", "PURCHASE ORDER"), ("PO #", "P.O. Number", "Purchase Order No.", "Order Number", "PO No."), ("Date", "Order Date", "PO Date"),
    ("Need By", "Ship Date", "Due Date", "Required Date", "Delivery Date"), ("Vendor", "Supplier"), ("Ship To", "Deliver To"),
    ("Line", "Ln", "#", "Line #"), ("Our Part #", "Our Item No."), ("Vendor Part #", "Supplier Item", "Vendor Item No."), ("Item", "Part Number", "Item No.", "SKU"),
    ("Description", "Item Description", "Product"), ("Qty", "Quantity", "Order Qty"), ("UOM", "U/M", "Unit"), ("Unit Price", "Unit Cost", "Rate", "Price"),
    ("Per", "Price Per"), ("Disc %", "Discount %"), ("Tax %",), ("Amount", "Extended Price", "Ext. Price", "Extension", "Line Total", "Total"),
    ("Subtotal", "Sub-Total"), ("Sales Tax", "Tax"), ("Total", "Order Total", "Grand Total", "PO Total"), ("Total", "Order Total", "PO Total"),
    ("Freight", "Shipping & Handling"), ("Carried Forward", "Brought Forward"), "Page {n} of {of}", ("EA", "each", "FT", "BX", "PK", "pcs"),
    ("Must ship complete.", "Ref: drawing 22-1180 rev C", "Mark carton with PO number"),
    ("Phone (540) 555-0100  Fax (540) 555-0101  Fed ID 54-1234567", "Acknowledge this order within 24 hours. Remit invoices to ap@buyer.example"), GB.goods,
)
FRENCH = Phrases(
    "FR", "France", (("EUR", "€"),), (FR, FR_HARD, COMMA), ("{d:02}/{m:02}/{y}", "{d} {month} {y}"),
    ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    (("Mécanique de la Sarthe SAS", "ZI Sud\n72000 Le Mans"), ("Conserverie Gonidec SARL", "Quai Est\n29900 Concarneau"), ("Ascenseurs Delvaux SA", "3 rue Pasteur\n59800 Lille")),
    ("TVA intracom.", "N° TVA :"), ("FR40303265045", "FR23334175221"), "Visserie du Littoral SAS\n14 quai des Indes\n56100 Lorient",
    ("Bon de commande", "BON DE COMMANDE", "Commande fournisseur", "Commande d'achat"), ("N° de commande", "Commande n°", "Numéro de commande", "N° commande"),
    ("Date", "Date de commande", "Date commande"), ("Date de livraison", "Livraison souhaitée le", "Livraison demandée", "Délai"), ("Fournisseur", "Adressé à"),
    ("Adresse de livraison", "Livrer à"), ("Ligne", "N°", "Pos."), ("Notre référence", "Notre réf."), ("Votre référence", "Réf. fournisseur", "Votre réf."),
    ("Référence", "Article", "Code article", "Réf."), ("Désignation", "Libellé", "Description"), ("Quantité", "Qté", "Qté cdée"), ("Unité", "U", "UM"),
    ("Prix unitaire", "P.U. HT", "PU HT", "Prix unit. HT"), ("Par",), ("Remise %", "Rem. %"), ("TVA %", "Taux TVA"), ("Montant HT", "Total HT", "Montant"),
    ("Total HT", "Montant HT", "Total net HT"), ("TVA 20 %", "Montant TVA", "TVA"), ("Total TTC", "Net à payer TTC", "Montant total TTC"), ("Total HT", "Montant total HT", "Total commande HT"),
    ("Port", "Frais de port"), ("À reporter", "Report"), "Page {n}/{of}", ("U", "PCE", "ML", "BTE", "KG", "JEU"),
    ("Certificat matière 3.1 exigé", "Plan joint indice B", "Livraison quai n° 4, 8h-12h"),
    ("SAS au capital de 120 000 € - RCS Le Mans 303 265 045 - Tél. 02 43 00 11 22 - IBAN FR76 3000 6000 0112 3456 7890 189", "Rappeler notre numéro de commande sur vos factures."),
    ("Roulement à billes 6204", "Joint torique 30x3", "Courroie crantée 8M", "Vérin compact Ø40", "Graisseur droit M6", "Écrou frein M20", "Capteur inductif M12", "Flexible hydraulique 1/2"),
)
GERMAN = Phrases(
    "DE", "Deutschland", (("EUR", "€"),), (DE, COMMA), ("{d:02}.{m:02}.{y}", "{d}. {month} {y}"),
    ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    (("Hallertauer Hopfentechnik GmbH", "Marktplatz 4\n84048 Mainburg"), ("Sächsische Pumpenwerke AG", "Am Alten Hafen 9\n01127 Dresden"), ("Lenz & Co. KG", "Gewerbering 2\n48155 Münster")),
    ("USt-IdNr.", "USt-ID:"), ("DE129274202", "DE811907980"), "Nordlicht Befestigung AG\nHafenstraße 12\n20457 Hamburg",
    ("Bestellung", "BESTELLUNG", "Einkaufsbestellung"), ("Bestellnummer", "Bestell-Nr.", "Bestellung Nr.", "Bestellnr."), ("Datum", "Bestelldatum", "Belegdatum"),
    ("Liefertermin", "Lieferdatum", "Wunschtermin"), ("Lieferant", "Firma", "An"), ("Lieferanschrift", "Lieferadresse"), ("Pos.", "Pos", "Position"),
    ("Unsere Art.-Nr.", "Material", "Unsere Artikelnr."), ("Ihre Art.-Nr.", "Ihre Artikelnr.", "Lief.-Art.-Nr."), ("Artikel", "Art.-Nr.", "Artikelnummer"),
    ("Bezeichnung", "Beschreibung", "Artikelbezeichnung"), ("Menge", "Anzahl", "Bestellmenge"), ("ME", "Einheit", "Einh."), ("Einzelpreis", "Preis", "E-Preis", "Preis/Einheit"), ("pro", "PE", "je"),
    ("Rabatt %", "Rab. %"), ("MwSt. %", "USt. %"), ("Betrag", "Gesamtpreis", "Nettowert", "Gesamt"),
    ("Nettobetrag", "Summe netto", "Zwischensumme"), ("MwSt. 19 %", "USt.", "MwSt."), ("Gesamtbetrag", "Bruttobetrag", "Endbetrag"), ("Gesamtbetrag", "Gesamtsumme", "Auftragswert netto", "Summe"),
    ("Frachtkosten", "Versandkosten"), ("Übertrag", "Übertrag"), "Seite {n} von {of}", ("ST", "Stk", "Stück", "m", "VE", "Paar"),
    ("Werkszeugnis 2.2 erforderlich", "gemäß Zeichnung 4711-B", "Anlieferung nur vormittags"),
    ("Geschäftsführer: K. Lenz · Amtsgericht Münster HRB 10022 · IBAN DE89 3704 0044 0532 0130 00 · Tel. 0251 12345-0", "Bitte Bestellnummer auf allen Papieren angeben."),
    ("Rillenkugellager 6204", "Wellendichtring 35x52x7", "Schmiernippel M6", "Nutmutter KM5", "Sicherungsring 40", "Zahnriemen 8M 1200", "Näherungsschalter M12", "Hydraulikschlauch 1/2"),
)
SPANISH = Phrases(
    "ES", "España", (("EUR", "€"),), (DE, COMMA), ("{d:02}/{m:02}/{y}", "{d:02}-{m:02}-{y}", "{d} de {month} de {y}"),
    ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    (("Cerámicas del Turia S.A.", "Ctra. de Ademuz km 9\n46100 Burjassot"), ("Aceites Sierra Sur S.L.", "C/ Molino 8\n23600 Martos"), ("Grúas Llobregat S.L.", "Pol. Pratenc 14\n08820 El Prat")),
    ("NIF:", "CIF"), ("ESA48021530", "ESB58378431"), "Tornillería Cantábrica SL\nPol. Asipo 31\n33428 Llanera",
    ("Pedido de compra", "PEDIDO", "Orden de compra", "Pedido a proveedor"), ("Nº pedido", "Pedido nº", "Número de pedido", "N.º de pedido"), ("Fecha", "Fecha pedido", "Fecha del pedido"),
    ("Fecha de entrega", "Fecha entrega", "Entrega"), ("Proveedor",), ("Dirección de entrega", "Entregar en"), ("Línea", "Lín.", "Pos."),
    ("Nuestra ref.", "Nuestra referencia"), ("Su referencia", "Su ref.", "Ref. proveedor"), ("Código", "Artículo", "Referencia"), ("Descripción", "Concepto", "Denominación"),
    ("Cantidad", "Cant."), ("Ud.", "Unidad", "UM"), ("Precio", "Precio unitario", "P. unitario"), ("Por",), ("% Dto.", "Dto. %"), ("% IVA", "IVA %"), ("Importe", "Total", "Importe neto"),
    ("Base imponible", "Subtotal", "Importe neto"), ("IVA 21%", "IVA", "Cuota IVA"), ("Total pedido", "Total", "Importe total"), ("Total pedido", "Total", "Importe total"),
    ("Portes",), ("Suma y sigue", "Suma anterior"), "Página {n} de {of}", ("UDS", "ud", "PZA", "M", "KG", "CAJA"),
    ("Adjuntar certificado de calidad", "Según plano 118-C", "Entregar en muelle 3"),
    ("Inscrita en el Registro Mercantil de Valencia, tomo 1201. Tel. 963 12 34 56. IBAN ES91 2100 0418 4502 0005 1332", "Indiquen el número de pedido en sus facturas."),
    ("Rodamiento 6204", "Retén 35x52x7", "Engrasador M6", "Tuerca KM5", "Anillo elástico 40", "Correa dentada 8M", "Detector inductivo M12", "Latiguillo 1/2"),
)
SWISS = Phrases(**{
    **{name: getattr(GERMAN, name) for name in Phrases.__dataclass_fields__},
    "country": "CH", "country_name": "Schweiz", "currencies": (("CHF", "CHF"),), "notations": (CH,), "vats": (), "vat_label": (),
    "companies": (("Seetal Apparatebau AG", "Dorfstrasse 1\n6280 Hochdorf"), ("Rhonetal Pumpen GmbH", "Kantonsstrasse 77\n3930 Visp")),
})
LANGUAGES = (GB, AMERICAN, FRENCH, GERMAN, SPANISH, SWISS)
