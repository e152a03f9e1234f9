# ruff: noqa: E501 - one kind of column a line, however long
"""What the headings of a table of goods are called, and which kind of column each means."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from bots.domain.reading.currency import BESIDE
from bots.domain.reading.labels import BOX


class Col(StrEnum):
    """A kind of column. `CODE` is an article number of nobody's in particular, `ITEM` may be one, a text or a number."""

    POSITION = "position"
    BUYER_ITEM = "buyer_item"
    SKU = "sku"
    GTIN = "gtin"
    CODE = "code"
    ITEM = "item"
    DESCRIPTION = "description"
    QTY = "qty"
    UOM = "uom"
    PRICE = "unit_price"
    PER = "price_per"
    DISCOUNT = "discount"
    AMOUNT = "amount"
    GROSS = "gross"
    DATE = "date"
    TAX = "tax"
    OTHER = "other"


_NO = r"(?:no|nr|n°|n|num|number|numero|nummer|#|id|code|codigo|ref|reference|referencia|cod)"
_THING = r"(?:item|part|p/?n|product|article|material|catalog(?:ue)?|stock|sku|ref(?:erence)?|component|model|goods)"
_ARTICLE = r"(?:art\.?|artikel|material|mat\.?|teile?|produkt|sach|waren|ident|best\.?|bestell|produit|article|producto|articulo|prodotto|articolo)"

_NUMBER_SAID = re.compile(rf"(?<![a-z]){_NO}(?![a-z])")
_NUMBER_OF_A_THING = re.compile(rf"(?:{_THING}|{_ARTICLE})[ .-]*{_NO}\.?")

TERMS: dict[Col, str] = {
    Col.POSITION: (
        r"(?:line|line ?[-/] ?sch(?:ed(?:ule)?)?\.?|partida|pda|ptda|renglon|ren|zl|ln|lg|lin|lig|row|rad|sr|sl|ligne|linea|pos|position|posten|posicion|riga|regel|poste|it|l/n|zeile|nr|no|n°|n|#|s\.? ?/? ?no|sl\.? ?no|sr\.? ?no|ser\.? ?no|"
        r"seq|rang|num|po line|order line|(?:line|pos|lin|ligne|item)\.?[ /]*(?:item|no|nr|n°|#|num|number)|n° ?(?:de )?ligne|item #|lfd\.? ?nr)\.?"
    ),
    Col.BUYER_ITEM: (
        rf"(?:(?:our|buyer'?s?|customer'?s?|cust\.?|internal|client|company) ?(?:own )?{_THING}?[ .]*{_NO}?\.?|"
        rf"(?:notre|nos|n/) ?(?:(?:n°|no|num(?:ero)?)\.? ?(?:d')?)?(?:ref(?:erence)?|code|article)(?: article)?\.?|(?:ref(?:erence)?|code)\.? ?(?:client|interne|acheteur|article client)|"
        rf"(?:unsere?|kunden|eigene) ?-? ?(?:{_ARTICLE})?[ -]?{_NO}?\.?|"
        r"(?:nuestr[oa]|ntr[oa]\.?|n/) ?(?:ref(?:erencia)?|cod(?:igo)?|clave|articulo)\.?|(?:ref(?:erencia)?|codigo|cod)\.? ?(?:cliente|interno|comprador)|codice (?:cliente|interno)|ons artikel\w*|onze (?:code|ref(?:erentie)?))"
    ),
    Col.SKU: (
        rf"(?:(?:your|vendor'?s?|supplier'?s?|seller'?s?|vend\.?|supp?\.?|factory|extern(?:al|es?)) ?(?:{_THING}|style|artikel|order(?:ing)?)?[ .]*{_NO}?\.?|sku(?: ?(?:no|#|number|code))?|"
        rf"(?:votre|vos|v/) ?(?:(?:n°|no|num(?:ero)?)\.? ?(?:d')?)?(?:ref(?:erence)?|code|article)(?: article)?\.?|(?:ref(?:erence)?|code|article)s?\.? ?(?:fournisseur|frn|fourn|four|fr|fab|labo(?:ratoire)?)\.?|"
        rf"(?:ihre?|lieferanten|lief\.?) ?-? ?(?:{_ARTICLE})?[ -]?{_NO}?\.?|"
        r"(?:su|vuestr[oa]|s/) ?(?:ref(?:erencia)?|cod(?:igo)?|clave|articulo)\.?|(?:art(?:ikel|icle)?|item|part|material|best(?:ell)?|model+)\.?[ .-]*(?:nr|no|n°|number|nummer)\.? ?(?:(?:du|des|del|of|beim?) )?(?:lieferant(?:en)?|fournisseur|supplier|vendor|proveedor)|(?:ref(?:erencia)?|codigo|cod|clave)\.? ?(?:del? )?(?:proveedor|prov|prv)\.?|cat(?:alog(?:ue)?)?\.? ?(?:no|nr|n°|#|number)\.?|best(?:ell)?\.?[ -]*(?:nr|nummer)\.?|(?:codice|rif\.?) (?:fornitore|vs\.?)|uw artikel\w*|leveranciers?artikel\w*)"
    ),
    Col.GTIN: r"(?:gtin|isbn|ean|ean[ -]?13|upc|barcode|bar code|ean ?/ ?gtin|gtin ?/ ?ean|ean ?code|code ean|(?:codigo|cod\.?) ean|code barres?|gencod|ean-?nr)\.?",
    Col.CODE: (
        rf"(?:{_THING}[ .]*{_NO}\.?|{_THING} ?/ ?{_NO}|p/n|pn|part|parts|code|ref(?:erence)?\.?(?: article| produit)?|{_NO} article|code (?:article|produit|art)\.?|"
        rf"{_ARTICLE}[ .-]*(?:{_NO})\.?|{_NO}\.? ?(?:del? )?(?:articulo|producto|material|articolo|item|part)|ref\.? (?:coloris|couleur|modele)|code (?:cip|acl|ucd)|cip|pzn|sachnummer|teilenummer|ident|matnr|clave|sku interno|p\.?l\.? no\.?|(?:item )?index|codigo(?: (?:de )?(?:articulo|producto|material))?|cod\.?|ref(?:erencia)?\.?|"
        r"codice(?: articolo)?|cod\.? ?art\.?|artikelcode|artikelnr|reference)\.?"
    ),
    Col.ITEM: r"(?:item|article|product|material|teil|artikel|articulo|producto|produit|articolo|prodotto|artigo|produto|materiel|goods|art\.?)s?|activity|product/service|item & desc\.?",
    Col.DESCRIPTION: (
        r"(?:(?:item |article |material |product |part |goods |service )?(?:description|desc|descr|details|name)\.?(?: of (?:goods|item|material|stores|supply|services|articles?|the goods).*| ?/ ?.*)?|"
        r"(?:designation|libelle)(?: (?:de|des|du|d'|article|produit|et|&|/).*)?|(?:artikel|waren|material|produkt|kurz)?(?:bezeichnung|beschreibung|text)(?: (?:der|des|/|und|&).*)?|leistung|descripcion(?: (?:de|del|/|y).*)?|concepto|detalle|denominacion(?: (?:de|del|/|y).*)?|"
        r"what|titles?|titres?|marchandises?|schedule of (?:supplies|articles)\b.*|ausfuhrung|papier|prestations?|stoff|substance|ware|gegenstand|bien ou service|descrizione(?: (?:del|/|e).*)?|(?:artikel)?omschrijving|descricao|particulars|specification|(?:item|part|material|product|article|artikel|code|ref)s? ?[&/+,-]? ?(?:and |und |et |y )?(?:description|designation|bezeichnung|descripcion|desc\.?)|"
        r"(?:goods|products?|services?|items?)(?: (?:or|and|&|/) (?:goods|products?|services?))+|nature|objet)"
    ),
    Col.QTY: (
        r"(?:ordered|commandee?s?|pedida|bestellt|(?:ord(?:er(?:ed)?)?\.?|po|req(?:uested|uired)?|total|purchase) ?(?:qty|quantity|quant)\.?|(?:qty|quantity|quant|qnty)\.?(?: ?/ ?(?:unit|uom|u|um))?(?: ?(?:ordered|order|ord|required|req|pcs|units))?\.?|"
        r"(?:quantite|qte|qtes|qtees?|qt)\.?(?: ?(?:de )?(?:commandee?|cdee?|cde|demandee?|totale?))?|how many|nombre|nbre|auflage|(?:bestell)?menge(?: ?/ ?(?:einheit|me))?|anzahl|stuckzahl|stuck|stk\.?|"
        r"cant(?:idad)?\.?(?: ?(?:pedida|(?:del? )?pedido|solicitada))?|ctd\.?|cdad\.?|quantita|q\.?ta'?|qta\.?|aantal|hoeveelheid|qtd\.?e?|quantidade|units|unidades|uds\.?|pieces|pcs\.?|no\.? of units)\.?"
    ),
    Col.UOM: (
        r"(?:u\.? ?/? ?o\.? ?/? ?m\.?|u\.?m\.?|u/m|unit of measure(?:ment)?|unit|units? of meas\.?|measure|unite(?: de mesure| de commande)?|u ?/ ?m\.?|u\.?o\.?i\.?|unit of issue|u\.?|uv|un\.?|unit meas\.?|"
        r"einheit|mengeneinheit|bestelleinheit|einh\.?|me|meh|unidad(?: de medida)?|u\.? ?med\.?|ud\.?|unid\.?|unita(?: di misura)?|eenheid|ehd|eh|pack|order unit|order uom|uom|u\.?d\.?m\.?|u\.?q\.?|vpe|cond(?:itionn?ement)?\.?|formato|envase|presentacion)\.?"
    ),
    Col.PRICE: (
        r"(?:(?:nett? |gross |list |agreed |contract |purchase |direct |po |each )?(?:unit|item|piece|each|nett?|list|base|gross)?[ -]?(?:price|cost|rate|pr\.?)(?: ?(?:each|net|(?:/ ?|per |a )(?:unit|uom|um|each|ea|piece|pc|item|\d+)?(?: ?\w{1,5})?))?|"
        r"pfht|pght|prix(?: (?:unitaire|unit|un|u|net|d'achat|achat|brut|unitaire net|unitaire brut|u\.? net|de base|tarif))?\.?(?: net)?(?: ?(?:/|par|pour|x|×|les|le) ?(?:10{1,3}|cent|mille)(?: ?\w{1,4})?)?|p\.? ?u\.?(?: ?net| ?brut)?|pu|tarif|"
        r"(?:ek|vk) ?(?:netto|brutto)|(?:einzel|stuck|netto|einheits|e|brutto|ek|einkaufs|listen)?-? ?preis(?: ?(?:/|je|pro|per)\s?(?:einheit|st(?:uc)?k?|me|einh|mengeneinheit|\d+(?: ?\w{1,4})?)?)?\.?(?: netto)?|ep|vk|"
        r"precio(?: (?:unitario|unit|ud|uni|neto|unidad|bruto))?\.?(?: ?(?:/|por|x|×) ?(?:\d+ ?)?(?:uds?|u|unidad(?:es)?)?)?|p\.? ?unit(?:ario)?\.?|p/u|p\.?u\.?|p\.? ?ud\.?|valor unitario|costo unitario|importe unitario|"
        r"prezzo(?: (?:unitario|unit|netto))?\.?|(?:stuks|eenheids|netto)?prijs(?: per (?:stuk|eenheid))?|preco(?: unit(?:ario)?)?\.?|montant unitaire|each|rate|unit|list)"
    ),
    Col.PER: r"(?:(?:per|par|pro|je|por)(?: (?:einheit|unite?|unidad|me|uom))?|pe|preiseinheit|pricing unit|price unit|price basis|price per|prix par|unite de prix|base(?: de)? prix|x|price/|preis pro|ppe|unidad (?:de )?precio|qty per price)\.?",
    Col.DISCOUNT: (
        r"(?:(?:line )?disc(?:ount)?\.? ?(?:%|pct|rate|percent(?:age)?)?|% ?(?:disc(?:ount)?|rem(?:ise)?|rabatt|dto|desc)\.?|rem(?:ise)?s?\.? ?(?:%|en %)?|% ?r\.?|r\.? ?%|(?:zeilen|positions|artikel)?rabatt ?(?:%|in %|prozent)?|reduc(?:tion)?\.? ?%?|rab\.? ?%?|nachlass ?%?|dto\.? ?%?|dcto\.? ?%?|descuento ?%?|desc\.? ?%|sconto ?%?|sc\.? ?%|korting ?%?)"
    ),
    Col.AMOUNT: (
        r"(?:(?:nett? |line |row |ext(?:ended|n)?\.? |total |order |item |goods |sub ?)?(?:amount|amt|value|total|price total|extension|extended|ext|sum)\.?(?: (?:price|amount|value|net|cost))?|(?:ext(?:ended|d)?\.?|line|total|net total|amount) (?:price|cost|amount|value|net)|total(?: (?:line|net))?|"
        r"(?:montant|mt|valeur|prix)(?: (?:totale?|nette?|net|ligne|de ligne|total net|de la ligne))?\.?|total (?:ligne|net|de ligne)|"
        r"net|(?:netto|gesamt|positions?|zeilen|g|waren|gesamtnetto)?-? ?(?:betrag|wert|summe|gesamtpreis|gesamtbetrag)|gesamt(?:preis|betrag|wert|summe)?(?: netto)?|g-?preis|gp|nettopreis gesamt|netto|summe|preis gesamt|"
        r"importe(?: (?:total|neto|linea))?|subtotal|sub-total|valor(?: (?:total|neto))?|precio total|total linea|"
        r"importo(?: (?:totale|netto))?|totale(?: (?:riga|netto))?|prezzo totale|(?:regel)?(?:bedrag|totaal)|totaal(?:prijs|bedrag)?|netto ?(?:bedrag|total)|preco total|valore)"
    ),
    Col.DATE: (
        r"(?:(?:(?:requested|required|req|need(?:ed)?|due|ship|promised?|delivery|deliv|del|dlv|dock|arrival|schedule|eta|want)\.? ?-?(?:date|by|on|week)|date)(?: (?:req\.?|requise|required|requested|due|needed|livraison|de livraison|souhaitee?|liv\.?|entrega|(?:de )?entrega|consegna))?|"
        r"delivery|deliver(?:y)? on|del\.|required|needed|wanted(?: (?:at|by|on)\b.*)?|need by|deliver by|due|livraison(?: (?:souhaitee|demandee|prevue|requise))?(?: le)?|delai|liv\.?|date liv\.?|liefer(?:datum|termin|woche|zeit|tag|ung)|lief\.-?(?:termin|datum)|termin|wunschtermin|fecha(?: (?:de )?entrega)?|f\.? entrega|entrega|plazo|"
        r"(?:data )?(?:consegna|entrega)|lever(?:datum|termijn|week|ing)|eta|etd|lead ?time|livrer le)\.?(?: ?/ ?time)?"
    ),
    Col.TAX: (
        r"(?:(?:vat|v\.a\.t|tva|mwst|ust|iva|btw|gst|hst|tax|taxes|taxe|sales tax|steuer|impuestos?|t)\.?(?: ?(?:%|rate ?%?|code|amount|amt|taux|satz|in %|cd|type|id|y/n))?\.?|taux(?: (?:de )?tva)?|% ?(?:vat|tva|mwst|iva|ust|tax)|"
        r"(?:mwst|steuer|ust)\.?-?(?:satz|code|betrag|kz)|montant tva|taxable|taxed|tx|tipo iva|cgst|sgst|igst)"
    ),
    Col.OTHER: (
        r"(?:kostenstelle|lager(?:ort|platz)?|abladestelle|kg|(?:gewicht|poids|peso|weight) ?\(?kg\)?|centre de cout|emplacement|almacen|on hand|in stock|stock(?: qty)?|min(?:imum)?\.?(?: qty| stock)?|max(?:imum)?\.?|back-?orders?|b/o|(?:qty|quantity) (?:received|rec'?d|shipped|open|billed|invoiced|delivered|outstanding|b/?o)|received|rec'?d|recu|shipped|invoiced|billed|open qty|back ?ordered|reste(?: a livrer)?|qte (?:recue|livree)|"
        r"(?:mfr|mfg|manufacturer|hersteller|fabricant|fabricante|oem)'?s?\.?(?: ?(?:part|item|teile|ref))?[ .-]*(?:no|nr|#|number|name|nummer)?\.?|mpn|brand|marque|marke|marca|"
        r"account|gl(?: account| code)?|cost cent(?:er|re)|project|projet|projekt|job|dept|department|location|loc|site|plant|werk|warehouse|whse|wh|storage.*|"
        r"(?:net |gross |unit |total )?(?:weight|wt)\.?(?: ?\(?kg\)?)?|poids|gewicht|peso|hs code|hsn(?:/sac)?(?: code)?|tariff(?: code| no)?|origin|coo|country|zolltarif\w*|"
        r"ttc|x{0,3}[sl]|m|indice|gute|format(?: (?:mm|cm))?|abmessung\w*|dimensions?|lange|length|longueur|grade|quality|qualitat|nuance|werkstoff|rev(?:ision)?\.?|drawing(?: no)?|dwg\.?|zeichnung\w*|plan|colou?r|couleur|size|taille|status|type|typ|notes?|remarks?|comments?|bemerkung\w*|observation(?:s|es)?|remarques?|notas?|origine|provenance|adr|un[ -]?no|slot|acct|auteurs?|ctns|pcs ?/ ?ctn|packung|condition|rrp|srp|retail(?: price)?|herkunft|origen|procedencia|gebinde|npc|account(?: code)?|requisition(?: no)?|pr no|"
        r"currency|cur\.?|curr\.?|devise|wahrung|moneda|incoterms?|contract|lot|batch|charge|serial|category|class|ship via|colis|nb colis|bultos?|cajas?|(?:uds?|unid(?:ades)?)\.? ?(?:/|por) ?(?:bulto|caja)|(?:units?|pcs|qty) ?(?:/|per) ?(?:case|carton|box|pack)|(?:pcb|u\.? ?/ ?colis|par colis)|(?:size ?/ ?)?packag(?:e|ing)|cartons?|boxes|packs|palettes?|pallets?|vat amount|tax amount)\.?"
    ),
}  # fmt: skip

GROSS = r"(?:(?:total|montant|amount|value|line total|prix total|importe|betrag|gesamt\w*|brutto\w*|gross)\.? ?(?:amount|total|price|betrag|wert)?\.? ?\(?(?:ttc|t\.t\.c|incl\.?(?:uding)?.*|inc\.? (?:vat|tax|gst)|inkl\.?.*|gross|brutto|con iva|iva incl.*)\.?\)?|(?:brutto|gross) ?-?(?:betrag|wert|preis|amount|total|value))"
_NOISE = re.compile(
    rf"\((?:[^)]*)\)?|\[[^\]]*\]|\b(?:{BESIDE.lower()}|euros?|(?:us|nz|au|ca|hk|sg|a|c|s)\$|rs|fr|h\.?t\.?|htva|tvac|excl\.?(?: vat| tax| tva)?|ex\.? (?:vat|gst|tax)|hors taxes?|w/o tax|(?:ohne|exkl\.?|zzgl\.?|netto ohne) mwst|without (?:tax|vat)|sin iva|t\.?t\.?c\.?|inkl\.? mwst|incl\.? (?:vat|tax)|con iva|in)(?![a-z])\.?|[€$£₹*:]"
)


#: A currency and nothing but a unit: `Unit US$`, `EUR / kg`.
_MONEY_PER_UNIT = re.compile(
    rf"(?:unit|each|piece) (?:{BESIDE.lower()}|[a-z]{{0,2}}[€$£₹])|(?:{BESIDE.lower()}|[a-z]{{0,2}}[€$£₹]) ?(?:/|per|pro|par|je) ?\w{{1,6}}"
)


_EITHER = re.compile(r"\s*(?:[/&+,]|\band\b|\bet\b|\bund\b|\by\b)\s*")
_WRAPPED = re.compile(r"(?<=[a-z.])- (?=[a-z])")  #: `Ihre Art.-` / `Nr.`
_BOX = re.compile(rf"^{BOX}(?=[a-z])")


@cache
def _patterns() -> dict[Col, re.Pattern[str]]:
    return {kind: re.compile(pattern) for kind, pattern in {Col.GROSS: GROSS, **TERMS}.items()}


#: Tried in this order: a narrow meaning before a wide one.
_ORDER = (
    Col.GROSS, Col.OTHER, Col.GTIN, Col.SKU, Col.BUYER_ITEM, Col.DISCOUNT, Col.TAX, Col.QTY, Col.UOM, Col.PER, Col.PRICE,
    Col.AMOUNT, Col.ITEM, Col.CODE, Col.DESCRIPTION, Col.DATE, Col.POSITION,
)  # fmt: skip


@lru_cache(maxsize=4096)
def column_kind(folded: str) -> Col | None:
    """The kind of column a heading names; None for a text that heads nothing.

    A heading in two languages (`Menge / Quantity`) counts when both halves mean the same.
    """
    text = _WRAPPED.sub("-", _BOX.sub("", " ".join(folded.split())).strip(" .:-_|"))
    if not text or len(text) > 45:
        return None
    if text in {"%", "#"}:
        return Col.POSITION if text == "#" else None
    kind = _plain(text)
    if kind is None:
        bare = " ".join(_NOISE.sub(" ", text).split()).strip(" .:-/|")
        kind = Col.PRICE if _MONEY_PER_UNIT.fullmatch(text) else _plain(bare)
    return kind or _twice(text) or _two_texts(text) or _of_a_company(text)


def _plain(text: str) -> Col | None:
    patterns = _patterns()
    return next((kind for kind in _ORDER if text and patterns[kind].fullmatch(text)), None)


def _two_texts(text: str) -> Col | None:
    """An article number over its description in one column: `Part Number / Description`, `Part / Rev / Description`."""
    parted = re.split(r"\s+/\s+", text) if " / " in text else _EITHER.split(text)
    halves = [_plain(half.strip(" .")) for half in parted]
    names = {Col.CODE, Col.ITEM, Col.SKU, Col.BUYER_ITEM, Col.DESCRIPTION}
    texts = set(halves) - {Col.OTHER}
    if len(halves) == 2 and len(texts) == 1 and texts <= names:
        return texts.pop()  # `Our part no. / MPN`
    return (
        Col.DESCRIPTION
        if len(halves) in {2, 3} and len(texts) == 2 and texts <= names and Col.DESCRIPTION in texts
        else None
    )


def _of_a_company(text: str) -> Col | None:
    """An article number with the name of whoever gave it: `Klinik-Artikel-Nr.`, `Artikel-Nr. Zürrer`."""
    if not _NUMBER_SAID.search(text):
        return None
    words = re.split(r"[ -]+", text)
    if any(_plain(" ".join(words[:cut])) and _plain(" ".join(words[cut:])) for cut in range(1, len(words))):
        return None  # two headings, one under the other
    halves = [(words[0], words[1:]), (words[-1], words[:-1])]
    told = (
        len(name) > 3 and name.isalpha() and not _plain(name) and _NUMBER_OF_A_THING.fullmatch(" ".join(of))
        for name, of in halves
    )
    return Col.CODE if any(told) else None


def _twice(text: str) -> Col | None:
    halves = [half.strip(" .") for half in re.split(r"\s*[/|]\s*", text)]
    if len(halves) == 1:
        words = text.split()
        options = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    else:
        options = [tuple(halves)] if len(halves) == 2 else []  # type: ignore[list-item]
    for left, right in options:
        kind = _plain(left)
        if kind and kind is _plain(right):
            return kind
    return None
