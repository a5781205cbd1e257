"""Simulated insurance claims: a seeded generator, and the performance of the best possible model of them.

The claims of honest customers come from a structural model (`policyholders`, `incidents`); a fraud is such a claim
selected with known odds (`odds`). `drawing` mixes the two, `notes` writes the free text, and `flaws` adds the gaps and
errors of real tables. As the odds are known, so is every row's probability of fraud (`posterior`), and with it the
average precision that no model can exceed. The data sheet is docs/claims_data_sheet.md.
"""

from dllabs.claims.ceiling import best_possible_average_precision, posterior
from dllabs.claims.odds import TERMS
from dllabs.claims.table import load_claims

__all__ = ["TERMS", "best_possible_average_precision", "load_claims", "posterior"]
