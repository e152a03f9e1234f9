# ruff: noqa: E501 - one label a line, however long
"""The words papers use around a value, in English, French, German, Spanish, and where easy Italian, Dutch, Portuguese.

All patterns are for text without case and accents (`fold`). Longer labels win over shorter ones, so a label that
must not be taken for another only has to be listed.
"""

from __future__ import annotations

import re
from functools import cache

from bots.domain.reading.labels import BOX

#: A word for "number" after the thing numbered, and before it.
NUMBER = r"(?:number|numero|nummer|num|nbr|no|nr|n°|n\.o|n|id|#|ref(?:erence|erencia|erenz)?|code|codigo)"
_AFTER = rf"[\s.:-]*(?:{NUMBER}(?![a-z])|#)\.?"
_BEFORE = (
    r"(?:(?:number|numero|num|no|nr|n°|n|ref(?:erence|erencia)?)\.?\s*(?:de |du |d'|del |di |of )?(?:la |l'|the )?)"
)
_OUR = r"(?:(?:our|notre|nos|unsere?|ihre|nuestr[oa]|ns\.?|n/)\s*)?"
_ORDER = (
    r"(?:purchase\s?-?\s?orders?|p\s?\.?\s?/?o\.?|order|purchasing document|"
    r"bons? de commandes?|commandes?|cde|b\.?c\.?|ordre d'achat|"
    r"bestellung|bestellschein|bestell|einkaufsbestellung|(?!rahmen)(?:[a-z]{3,12}-?)?auftrag|"
    r"pedido(?: (?:de )?compras?)?|orden(?: de compra)?|o\.\s?c\.?|oc|ordine(?: (?:d'|di )acquisto)?|"
    r"inkooporder|bestelbon|bestelling|bestelopdracht|order|ordem de compra|encomenda)"
)
_KIND_OF_ORDER = (
    r"(?:\s(?:fournisseur|d'achat|client|achat|directe|editeur|(?:a )?proveedor|cliente|(?:a )?fornitore))?"
)

LABELS: dict[str, str] = {
    # what is wanted
    "po_number": (
        rf"{_OUR}(?:{_ORDER}{_KIND_OF_ORDER}{_AFTER}(?:\s*/\s*(?:date|datum|fecha))?|"
        rf"{_BEFORE}(?:{_ORDER}|bon){_KIND_OF_ORDER}(?![\w-])(?:\s*/\s*(?:date|datum|fecha))?|"
        r"(?:bestell|auftrags|order|bestel|inkooporder|beleg)-?\s?(?:nummer|nr|no|referenz)\b\.?(?:\s*/\s*(?:datum|date))?|"
        r"(?:our )?(?:purchase )?order (?:ref(?:erence)?)\.?)"
    ),
    "po_title": rf"{_ORDER}{_KIND_OF_ORDER}(?![\w-])",
    "po_date": (
        rf"(?:{_ORDER}\s*-?\s?(?:date|dated)|date\s*(?:of\s|de\s|du\s|d')?\s*(?:la\s)?(?:{_ORDER}|issue|emission|creation)|"
        r"(?:document|doc\.?|issue|issued|creation|created|entry)\s*(?:date|on)|date issued|"
        r"bestelldatum|auftragsdatum|belegdatum|besteldatum|orderdatum|erstellt am|date du document|date bc|emis le|"
        rf"fecha\s*(?:de\s?l?\s?)?(?:{_ORDER}|emision|documento)|data\s*(?:dell')?(?:{_ORDER}|documento|emissao))"
    ),
    "date": r"(?:date|datum|fecha|data|dated|dato|le|vom|du)",
    "need_date": (
        r"(?:livraison[^.;:\d]{1,30} le|livrer[^.;:\d]{1,35}? (?:pour le|avant le|le)(?= \d)|"
        r"date (?:needed|required|wanted)|required (?:on|at) (?:site|dock)|in-?warehouse date|necesit\w+[^.;:\d]{1,40}? antes del?(?= \d)|"
        r"deliver(?:ed|y)?[^.;:\d]{1,70}? no later than|(?:all )?items due|deliver to f\.?o\.?b\.? point by|"
        r"(?:need|want|require)s?[^.;:\d]{1,60}? by(?= \d| [a-z]{3,9} \d)|entregar[^.;:\d]{1,40}? (?:el dia|el|antes del?)(?= \d)|"
        r"(?:brauchen|benotigen) wir[^.;:\d]{0,40}? ?(?:bis(?: spatestens)?(?: zum| am)?|zum|am)(?= \d)|(?:ware|lieferung) (?:brauchen|benotigen) wir(?: bis)?(?: spatestens)?(?: zum| am)?|"
        r"(?:requested|required|desired|expected|planned|promised?|needed|confirmed|target)?\s*"
        r"(?:deliver(?:y|ies)?|ship(?:ping|ment)?|receipt|arrival|need(?:ed)?|required|requested|dock|eta)"
        r"\s*-?\s?(?:by|on or before|on|before|date|week|time)(?:\s*(?:date|on|by))?|"
        r"(?:date|delai|semaine)\s*(?:de\s)?(?:livraison|reception)(?:\s*(?:souhaitee?|demandee?|prevue?|requise?|attendue?))?|"
        r"livraison\s*(?:souhaitee|demandee|prevue|requise|attendue)?\s*(?:pour le|avant le|le|semaine|au plus tard le)?|"
        r"(?:a |nous )?livrer\s*(?:au plus tard )?(?:le|pour le|avant le)|date souhaitee|receive (?:by|on)|arrive by|"
        r"deliver(?:y)?\s(?:no later than|not later than|on or before|latest|required by)|entregar\s*(?:antes del?|el)|consegna\s*(?:entro (?:il)?|tassativa)|"
        r"(?:(?:set )?ready|dock|pour)\s(?:by|on|for|date)|mise a disposition(?: et montage)?|arrivee (?:prevue|souhaitee)|ausfuhrungsfrist|lieferfrist|(?:wir )?(?:brauchen|benotigen) die (?:ware|lieferung)(?: bis| spatestens)*(?: am| zum)?|please (?:send|supply|deliver|ship)[^.;:]{0,40}? by|entreg(?:ar|a)[^.;:]{0,40}? (?:a mas tardar|hasta|maximo)(?: el)?|"
        r"(?:gewunschte[rs]?\s|spatester\s)?(?:liefer(?:datum|termin|woche|zeit|tag)|wunschtermin|wunschliefertermin|anliefertermin)|"
        r"lieferung\s*(?:am|bis(?: spatestens)?(?: zum)?|spatestens|zum|in)?|(?:bitte )?liefern sie(?: (?:uns|bitte))?\s*(?:spatestens )?(?:am|bis|zum)(?: spatestens)?(?: zum)?|"
        r"fecha\s*(?:de\s)?(?:requerida|requerimiento|necesidad|suministro(?: en obra)?|recepcion(?: (?:esperada|prevista|solicitada))?)|(?:fecha|plazo|semana)\s*(?:de\s)?(?:la\s)?entrega(?:\s*(?:solicitada|prevista|deseada|requerida))?|"
        r"entrega\s*(?:solicitada|prevista|antes del?)?|"
        r"(?:gewenste\s)?(?:lever(?:datum|termijn|week)|levering)|"
        r"(?:data\s*(?:di\s|de\s)?)(?:consegna|entrega)(?:\s*richiesta)?|consegna(?: richiesta)?|"
        r"(?:expected|erwartetes?)\s(?:arrival|receipt|delivery|wareneingangsdatum|lieferdatum)(?:\s*date)?|wareneingangsdatum|eingangsdatum|deliver(?:y)?|needed|required|requested|expected|requise?|delai(?:\s*(?:demande|souhaite|client|de livraison))?|gewunscht(?: bis| am| zum)?|richiesta|promised?(?: on| by| date| for)?)"
    ),
    "due_date": r"due(?:\s*-?\s?(?:date|on|by))?",
    "currency": r"(?:currency|order currency|devise|wahrung|moneda|divisa|valuta|moeda|monnaie)",
    "buyer_number": (
        rf"{_OUR}(?:(?:your\s)?(?:customer|client|cust\.?)\s*(?:account|acct\.?)?{_AFTER}|account\s*(?:no|number|#|nr)\.?|"
        rf"{_BEFORE}(?:client|cliente|compte client)\b|code client|compte client|"
        r"(?:kunden|debitoren|kd\.?|klant|debiteur)[ -]?(?:nummer|nr|no)\b\.?|codigo (?:de )?cliente|codice cliente)"
        r"(?:\s*(?:chez vous|with you|bei ihnen|en su sistema))?"
    ),
    "number": r"(?:(?:numero|n°|nr\.?|no\.?) (?:del |du )?document[oe]?|numero|number|nummer|num|no|nr|n°|n\.o|(?:serie ?/ ?)?folio|beleg(?=\s*:?$)|(?:document|doc|beleg|vorgangs)\.?[ -]?(?:no|number|nr|nummer)|our ref(?:erence)?|notre ref(?:erence)?|n/ref|unser zeichen|reference|referenz|ref)\.?",
    "revision": (
        r"(?:rev(?:ision|isione)?\.?\s*(?:no|number|nr|n°|level|#|index)?\.?|version|"
        r"bestellanderung\s*(?:nr|nummer)?\.?|(?:po\s|order\s)?(?:change|amendment|modification)\s*(?:order\s)?(?:no|number|nr|n°|#)\.?|avenant\s*(?:n°|no|nr)?\.?|"
        r"anderungs?-?\s?(?:nummer|nr|stand|index)\.?|anderung\s*(?:nr|nummer)\.?|modificacion\s*(?:n°|no|num)?\.?|revisie|indice)"
    ),
    "vat": (
        r"(?:vat(?:\s*(?:reg(?:istration)?\.?|id(?:entification)?\.?|tax))?(?:\s*(?:no|number|nr|id|#)\.?)?|"
        r"(?:n°\s*(?:de\s)?|no\.?\s|numero\s(?:de\s)?)?(?:id(?:entification)?\.?\s)?tva(?:\s*(?:intra\w*\.?|ue))?(?:\s*(?:n°|no|nr))?|"
        r"ust\.?\s?-?\s?id(?:ent)?\.?(?:\s?-?\s?(?:nr|nummer)\.?)?|umsatzsteuer-?id\w*\.?|mwst\.?\s?-?\s?(?:nr|nummer)\.?|uid(?:\s?-?\s?(?:nr|nummer))?|"
        r"n\.?i\.?f\.?(?:\s*/\s*(?:cif|vat))?|c\.?i\.?f\.?|p\.?\s?iva|partita iva|btw\s?-?\s?(?:nr|nummer)?\.?|tax id(?:\s*(?:no|number))?|gstin|a\.?b\.?n\.?|gst(?:\s*/\s*hst)?(?:\s*reg(?:istration)?\.?)?(?:\s*(?:no|number|nr|id|#)\.?)?|r\.?f\.?c\.?|steuer-?nr\.?)"
    ),
    "registration": r"(?:siren|siret|r\.?c\.?s\.?|hrb|hra|company\s*(?:reg(?:istration)?\.?\s*)?(?:no|number)|registered\s*(?:no|number)|reg(?:istration)?\.?\s*(?:no|number)|kvk(?:\s?-?\s?(?:nr|nummer))?|handelsregister)",
    "gln": r"(?:gln|iln|ean loc\w*|global location number|code gln)",
    # what must not be taken for it
    "vendor_number": (
        rf"{_OUR}(?:(?:vendor|supplier|seller)\s*(?:account)?{_AFTER}|{_BEFORE}(?:fournisseur|proveedor|fornitore)\b|"
        r"(?:code|compte) fournisseur|(?:lieferanten|kreditoren?|leveranciers?|crediteur)[ -]?(?:nummer|nr|no)\b\.?|"
        r"codigo (?:de )?proveedor|codice fornitore|(?:our\s)?(?:account|customer) with you)"
    ),
    "quote": (
        r"(?:your\s|votre\s|ihre?[mns]?\s|su\s)?(?:(?:quot(?:e|ation)|offer|proposal|tender|rfq|devis|offre|(?:[a-z]+)?angebot(?:e?s)?|oferta|presupuesto|offerta|offerte|cotizacion)"
        rf"(?:s?-?\s?(?:nummer|nr)\.?|\s*date|{_AFTER}|\s*ref(?:erence)?\.?)?|{_BEFORE}(?:devis|offre|oferta|presupuesto|offerta)\b)"
        r"(?:\s*(?:vom|du|dated|of|de))?"
    ),
    "contract": (
        r"(?:(?:contract|agreement|blanket|framework|outline agreement|master agreement|contrat|marche|rahmenvertrag|rahmenbestellung|rahmenauftrag|commande[- ]cadre|commande ouverte|pedido abierto|kontrakt|vertrag|contrato|contratto)"
        rf"(?:\s*order)?(?:s?-?\s?(?:nummer|nr)\.?|\s*date|{_AFTER})?)"
    ),
    "sales_order": (
        rf"(?:(?:your|sales|work|production|job|customer|votre|ihre?|su|original|original purchase|previous|related|shop)\s+(?:purchase\s)?{_ORDER}(?:{_AFTER}|s?-?\s?(?:nummer|nr)\.?)?|"
        rf"v/\s?ref\.?|your ref(?:erence)?\.?|votre ref(?:erence)?\.?|ihr(?:e)? zeichen|su ref(?:erencia)?\.?|job{_AFTER})"
    ),
    "order_words": (
        r"(?:order|commande|bestell|pedido|po)\s?-?\s?(?:type|status|total|value|amount|terms|conditions|confirmation|acknowledgement|"
        r"acknowledgment|form|line|lines|qty|quantity|by|placed by|contact|details|summary|address|menge|wert|entry|valid|page|"
        r"currency|method|category|class|description|notes?|comments?|instructions|to)|ordered by|bestellt von|commande par|"
        r"order(?:ed)? qty|bestellmenge|bestellwert|auftragswert|auftragsbestatigung|auftraggeber|auftragnehmer|bestelltext|bestelladresse"
    ),
    "invoice": (
        rf"(?:(?:invoice|facture|rechnungs?|factura|fattura|factuur|delivery note|packing slip|bon de livraison|lieferschein|albaran)"
        rf"(?:-?\s?(?:nummer|nr)\b\.?|{_AFTER}|\s*date|s?datum)|{_BEFORE}(?:facture|factura|fattura|bl|bon de livraison)\b)"
    ),
    "other_number": (
        rf"(?:p\.?\s?o\.?\s?box|postfach|(?:requisition|project|projet|projekt|proyecto|cost cent(?:er|re)|centre de cout|kostenstelle|gl account|bank account|sort code|iban|bic|swift|"
        rf"requisition|bedarf|affaire|chantier|commission|department|dept|capital|naf|ape|duns|cage|tax exempt\w*|resale|fob|incoterms?)(?:{_AFTER}|-?nr\.?)?)"
    ),
    "phone": r"(?:tel(?:ephone|efon|efono|\.)?|phone|fax|telefax|mobile|mobil|cell|handy|gsm|ph|t|f|tfno|durchwahl)(?=[\s.:+(]|$)\.?",
    "other_date": (
        r"(?:valid\s*(?:until|to|from|through)|expir\w*(?:\s*date)?|print(?:ed)?\s*(?:date|on)|printed|leistungszeitraum|zeitraum|laufzeit|vertragsdauer|(?:service |contract )?period(?: of \w+)?|periode|imprime le|date d'impression|druckdatum|gedruckt(?: am)?|"
        r"fecha de impresion|revision date|rev\.? date|revised(?: on)?|last (?:change|update)\w*(?: on)?|payment due(?: date)?|date d'echeance|echeance|"
        r"valable jusqu'au|gultig bis|valid(?:o|ez) hasta|start date|end date|confirmation due|approved(?: on)?|approval date|signed|signature date|contract date|quote date)"
    ),
    "terms": (
        r"(?:payment(?:\s*(?:terms?|conditions?|method))?|terms(?:\s*of\s*(?:payment|delivery))?|delivery terms|shipping terms|ship via|shipping method|freight terms|carrier|"
        r"conditions? de (?:paiement|livraison|reglement)|mode de (?:reglement|livraison|paiement|transport)|reglement|paiement|transporteur|"
        r"zahlungs(?:bedingung(?:en)?|ziel|art)|liefer(?:bedingung(?:en)?|art)|versandart|versand|"
        r"(?:forma|condiciones|terminos) de (?:pago|entrega)|pago|transportista|pagamento|betaling\w*)"
    ),
    "contact": (
        r"(?:buyer|purchaser|purchasing agent|contact(?: person)?|attn\.?|attention|requested by|requester|requisitioner|prepared by|authori[sz]ed by|approved by|sales ?rep|"
        r"acheteu(?:r|se)|interlocuteur|suivi par|demandeur|a l'attention de|einkaufer(?:in)?|ansprechpartner(?:in)?|sachbearbeiter(?:in)?|bearbeiter|besteller|zu handen|z\.?\s?hd\.?|"
        r"comprador|contacto|solicitante|solicitado por|a la atencion de|acquirente|referente|inkoper|contactpersoon)"
    ),
    "email": r"e-?mail|courriel|correo(?: electronico)?|mail",
    "page": r"(?:page|seite|pagina|pag\.?|blatt|feuille)",
}

#: Where a party's address begins. "to" alone is whom the order is sent to: us.
SUPPLIER = (
    r"(?:vendor|supplier|seller|contractor|manufacturer|to|fournisseur|prestataire|titulaire|fabricant|adjudicatario|contratista|lieferant(?:in)?|an|auftragnehmer|proveedor|a|fornitore|spett\.?(?:le|abile)?|leverancier|fornecedor|"
    r"order to|issued to|supplied by|destinataire|verkaufer)(?:\s*(?:address|name|details|information|information|adresse|anschrift))?"
    r"(?:\s*/\s*(?:vendor|supplier|fournisseur|lieferant|proveedor|verkaufer))?"
)
BUYER = (
    r"(?:bill(?:ed)?[ -]?to|invoice(?:d)?[ -]?to|sold[ -]?to|buyer|purchaser|customer|client|from|issued by|ordered by|ordering party|company|invoice address|billing address|remit invoices? to|send invoices? to|"
    r"acheteur|donneur d'ordre|facturer a|facture a|facturation|adresse de facturation|emetteur|societe|"
    r"besteller|auftraggeber|kaufer|rechnung an|rechnungs(?:adresse|anschrift|empfanger)|kunde|absender|"
    r"comprador|cliente|facturar a|direccion de facturacion|datos de facturacion|emisor|committente|fatturare a|acquirente|cliente|factuuradres|koper|opdrachtgever)"
    r"(?:\s*(?:address|name|details|information|adresse|anschrift))?"
)
SHIP_TO = (
    r"(?:ship(?:ped)?[ -]?to|deliver(?:y)?[ -]?to|delivery address|shipping address|ship-to address|deliver(?:y)? address|destination|consignee|place of delivery|"
    r"livrer a|livraison a|adresse de livraison|lieu de livraison|livraison|"
    r"liefer(?:adresse|anschrift)|liefern an|lieferung an|warenempfanger|anlieferadresse|anlieferung(?: an)?|"
    r"enviar a|entregar (?:en|a)|direccion de (?:entrega|envio)|lugar de entrega|destinazione|luogo di consegna|consegnare a|afleveradres|leveradres|aflever(?:en|adres))"
    r"(?:\s*(?:address|name|details|adresse|anschrift))?"
)

#: Rows of a table that carry no goods.
CARRIED = (
    r"(?:(?:amount |total |balance )?(?:carried|brought) (?:forward|over|down)|c/f|b/f|c/fwd|b/fwd|continued(?: on| from)?\b.*|a reporter|report(?: a nouveau| page precedente|\s*:)?|sous-total a reporter|total a reporter|"
    r"ubertrag|zwischensumme ubertrag|fortsetzung.*|suma y sigue|suma anterior|suma de la pagina|viene de.*|sigue|riporto|a riportare|overdracht|page total|total page|seitensumme|page subtotal|suite.*)"
)
SUBTOTAL = (
    r"(?:sub-?\s?total|sous-?\s?total|zwischen(?:summe|total|betrag)|subtotale|subtotaal|total parcial|suma parcial)"
)
TAX = (
    r"(?:(?:\+\s*|plus |zzgl\.? |add |inkl\.? |dont |total |montant |amount of |cuota |importe |importo |betrag )?(?:\d[\d.,]*\s?%\s*)?(?:de )?"
    r"(?:vat|v\.a\.t\.?|tva|t\.v\.a\.?|mwst|mehrwertsteuer|ust|umsatzsteuer|vorsteuer|iva|i\.v\.a\.?|btw|tax|taxes|taxe|gst|hst|pst|qst|[cis]gst|(?:[a-z]{2} )?sales tax|steuer|steuerbetrag|impuestos?|imposta|moms)(?![\w-])(?!\s*(?:id|no|nr|number|reg|intra|n°)))"
)
CHARGES = (
    r"(?:(?:estimated |total )?(?:freight|shipping|delivery|carriage|transport(?:ation|kosten)?|packing|packaging|handling|postage|insurance|surcharge|courier)(?:\s*(?:&|and|/)\s*\w+)?(?:\s*(?:charges?|costs?|fees?))?|"
    r"(?:frais (?:de |d')?)?(?:port|transport|livraison|emballage|expedition)(?: et emballage)?|frais(?: annexes)?|eco-?participation|"
    r"fracht(?:kosten)?|versand(?:kosten)?|verpackung(?:skosten)?|porto|lieferkosten|mindermengenzuschlag|zuschlag|"
    r"anlieferung(?: pauschal)?|(?:\w+[ -]){1,2}(?:surcharges?|charges?|fees?|levy|supplement)|\w*(?:zuschlage?|pauschale)|belastungen|(?:supplement|contribution|participation|forfait|eco-?taxe) ?\w*|(?:recargo|suplemento|supplemento|contributo) ?\w*|toeslag|"
    r"portes?|gastos(?: de envio)?|envio|flete|embalaje|transporte|spese(?: di)?(?: trasporto| spedizione)?|trasporto|imballo|verzendkosten|vrachtkosten|charges?|misc(?:ellaneous)?\.?(?: charges?)?)"
)
DISCOUNT = r"(?:(?:less |total |special |general |order )?(?:discount|rebate|allowance)|remise(?: globale| commerciale| generale)?|rabais|escompte|rabatt|nachlass|abschlag|skonto|descuento|dto\.?|sconto|korting|rappel)"
_PURE = r"(?:ht|h\.t\.?|htva|hors taxes?|excl\.?(?:uding)?(?:\s*(?:vat|tax|tva|btw|iva))?|ex\.?\s*(?:vat|tax|gst)|net|netto|neto|exkl\.?(?:\s*(?:mwst|ust)\.?)?|ohne mwst\.?|before (?:tax|vat)|sin iva|imponible|senza iva|without (?:tax|vat))"
NET = (
    rf"(?:(?:(?:grand |order |total )?(?:total|sum|amount|value|montant|summe|gesamt(?:betrag|summe|wert)?|betrag|importe|totale|totaal|valor|base|bestellwert|auftragswert|wert|prix)\s*(?:amount|price|value|order|commande|general|de la commande)?\s*\(?{_PURE}\)?(?:\s*(?:total|amount|value|gesamt|betrag))?)|"
    rf"(?:{_PURE})\s*-?\s*(?:total|amount|value|order value|a payer|price|gesamt|betrag|summe|wert|bestellwert|auftragswert|importe)(?:\s*\(?{_PURE}\)?)?|"
    r"nettobetrag|nettosumme|nettowert|gesamtnetto\w*|nettogesamt\w*|summe netto|warenwert(?: netto)?|positionssumme|base imponible|imponibile|taxable (?:amount|value)|merchandise total|goods total|(?:goods|total|amount) before (?:gst|tax|vat)|goods value|material total|lines? total|item total|goods(?=\W*$)|total (?:of )?(?:lines|items|goods)|basic (?:total|amount|value)|valeur nette(?: totale)?|(?:total )?net(?:to)? ?(?:order )?value|valor neto(?: total)?|total lignes|total positionen|total marchandises?|sum of items)"
)
_WITH = r"(?:(?:tva|iva|mwst|vat|tax) (?:comprise|included)|ttc|t\.t\.c\.?|tvac|toutes taxes comprises|incl\.?(?:uding)?(?:\s*(?:vat|tax|tva|btw|iva|gst))?|inc\.?\s*(?:vat|tax|gst)|gross|brutto|bruto|inkl\.?(?:\s*(?:mwst|ust)\.?)?|mit mwst\.?|con iva|iva (?:incl\w*\.?|compresa)|with (?:tax|vat))"
GROSS = (
    rf"(?:(?:grand |order |total )?(?:total|sum|amount|value|montant|summe|gesamt(?:betrag|summe|wert)?|betrag|importe|totale|totaal|valor|endbetrag|bestellwert|auftragswert|prix)\s*(?:amount|price|value|order|commande|general|de la commande)?\s*\(?{_WITH}\)?(?:\s*(?:total|amount|a payer|gesamt|betrag))?|"
    rf"(?:{_WITH})\s*-?\s*(?:total|amount|value|betrag|summe|gesamt\w*|wert)|bruttobetrag|bruttosumme|rechnungsbetrag|zahlbetrag|net a payer|montant a payer|a payer|importe a pagar|total a pagar|to pay|total due|amount due|te betalen)"
)
TOTAL = (
    r"(?:(?:revised |amended |new |updated )?(?:grand|order|purchase order|p\.?\s?o\.?|overall|final|estimated|document|total|full|release|call-?off)\s*(?:total|value|amount|sum|price|cost)(?:\s*(?:value|amount|order|price|cost))?|total(?:\s*(?:amount|value|price|order|cost|general|de la commande|commande|pedido|del pedido|de la orden|ordine|bestellung|order value|po value|sum|document|global|importe|a facturer|net value incl\w*))?|"
    r"gesamt(?:betrag|summe|wert|preis|bestellwert|auftragswert|total)?|total(?:betrag|summe)|abrufwert|summe|endbetrag|endsumme|gesamter bestellwert|bestellwert|auftragswert|bestellsumme|auftragssumme|montant(?: total| global| de la commande)?(?: de la commande)?|importe(?: total)?|totale(?: ordine| complessivo)?|totaal(?:bedrag)?|valor total|amount|value of order|order value)"
)


_BOX = rf"(?:{BOX})?"


@cache
def whole(pattern: str) -> re.Pattern[str]:
    """The pattern for a text that is nothing else, but for a colon and signs at its ends."""
    return re.compile(rf"[\s*#•-]*{_BOX}(?:{pattern})[\s.,:*)/-]*$")


@cache
def start(pattern: str) -> re.Pattern[str]:
    """The pattern for a text that begins so."""
    return re.compile(rf"[\s*(+•-]*{_BOX}(?:{pattern})(?![\w-])")
