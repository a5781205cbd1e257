"""Insurance claims that nobody made: a seeded generator, and what the best possible model of them could know.

The claims of honest customers come from a structural model (`policyholders`, `incidents`); a fraud is such a claim
chosen with known odds (`odds`); `drawing` mixes the two, `notes` writes the free text, `flaws` spoils the table as
tables are spoiled. Because the odds are known, so is the probability of fraud of every row (`posterior`), and with it
the average precision that no model can beat. The data sheet is docs/claims_data_sheet.md.
"""

from dllabs.claims.ceiling import best_possible_average_precision, posterior
from dllabs.claims.odds import TERMS
from dllabs.claims.table import load_claims

__all__ = ["TERMS", "best_possible_average_precision", "load_claims", "posterior"]
