"""Twins of honest papers: one printed figure changed, so that the arithmetic no longer holds."""

from __future__ import annotations

from tests.corpus import american, british, french, german, kinds, long_papers, numbers_and_dates, scans, southern
from tests.corpus.draft import Draft, Twin

TWINS = (
    Twin(Draft(german.sap_german), "0.amount", "92,50", "92,60", "92.60"),
    Twin(Draft(german.sap_german), "total", "2.966,00", "2.906,00", "2906.00"),
    Twin(Draft(german.dynamics_german), "0.discount_percent", "5", "6", "6"),
    Twin(Draft(german.swiss_apostrophes), "0.qty", "1'250", "1'260", "1260"),
    Twin(Draft(american.netsuite), "0.qty", "48", "43", "43"),
    Twin(Draft(american.netsuite), "total", "$5,250.00", "$5,260.00", "5260.00"),
    Twin(Draft(american.quickbooks), "1.unit_price", "1,289.99", "1,289.89", "1289.89"),
    Twin(Draft(american.jd_edwards), "2.amount", "8,850.00", "8,860.00", "8860.00"),
    Twin(Draft(american.oracle_ebs), "1.unit_price", "1.95", "1.96", "1.96"),
    Twin(Draft(american.coupa), "0.unit_price", "1,199.00", "1,190.00", "1190.00"),
    Twin(Draft(american.sap_american), "1.amount", "11,760.00", "11,670.00", "11670.00"),
    Twin(Draft(british.sage_200), "total", "2,133.00", "2,183.00", "2183.00"),
    Twin(Draft(british.excel_print), "0.amount", "1575", "1675", "1675"),
    Twin(Draft(british.gtin_column), "1.qty", "25", "26", "26"),
    Twin(Draft(southern.navision_spanish), "0.unit_price", "2,40", "2,46", "2.46"),
    Twin(Draft(southern.italian), "1.qty", "15,50", "15,60", "15.60"),
    Twin(Draft(southern.dutch), "total", "3.109,70", "3.190,70", "3190.70"),
    Twin(Draft(french.sage_french), "2.amount", "3 176,03", "3 176,30", "3176.30"),
    Twin(Draft(french.your_reference_beneath), "0.qty", "60", "66", "66"),
    Twin(Draft(long_papers.twelve_pages_english), "170.amount", "312.80", "318.20", "318.20"),
    Twin(Draft(long_papers.three_line_descriptions), "1.unit_price", "44.50", "44.60", "44.60"),
    Twin(Draft(numbers_and_dates.price_per_hundred), "1.per", "1,000", "100", "100"),
    Twin(Draft(numbers_and_dates.comma_without_thousands), "0.unit_price", "0,125", "0,126", "0.126"),
    Twin(Draft(numbers_and_dates.no_break_notation), "1.amount", "8\xa0603,00", "8\xa0608,00", "8608.00"),
    Twin(Draft(scans.fake_bold_totals), "total", "1,652.00", "1,662.00", "1662.00"),
    Twin(Draft(kinds.order_with_terms_pages), "0.qty", "16", "18", "18"),
)
