"""The figures of docs/claims_data_sheet.md: marginals, difficulty, and what the best possible model knows.

    .venv/bin/python tools/claims_figures.py [--seeds N] [--keras]

Prints Markdown tables of means over N tables (20 by default) with 95 % intervals. --keras adds the network and the
autoencoder, which take a few minutes.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from dllabs import claims
from dllabs.claims.table import draw_table
from dllabs.stats import mean_interval

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

import claims_models as models
from published_claims import MEANS, MISSING, ROWS

DIFFICULTY = {
    "rule: policy at most 29 days old": (lambda parts: parts.days_test <= 29, ".87"),
    "logistic regression": (models.logistic, ".86–.88"),
    "random forest": (models.forest, ".85–.95"),
    "network, scikit-learn": (models.small_network, ".79–.89"),
    "linear autoencoder (PCA)": (models.pca_error, ".67–.72"),
}
KERAS = {
    "network, Keras": (models.network, ".79–.89"),
    "autoencoder, Keras": (models.autoencoder_error, ".67–.72"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20, help="number of tables, at least 2")
    parser.add_argument("--keras", action="store_true", help="also train the Keras models")
    arguments = parser.parse_args()
    drawn = [draw_table(11_000, 0.01, seed) for seed in range(arguments.seeds)]
    print_means([table for table, _ in drawn])
    print_missing([table for table, _ in drawn])
    print(f"\nBest possible average precision on all rows: {claims.best_possible_average_precision()}")
    print_difficulty(drawn, DIFFICULTY | (KERAS if arguments.keras else {}))


def print_means(tables):
    print(
        "\n| mean of | real, fraud | here, fraud | distance in standard errors | real, legitimate | here, legitimate |"
    )
    print("|---|---|---|---|---|---|")
    for name, (fraud, legitimate) in MEANS.items():
        here = [
            mean_interval([table.loc[table["Fraud"] == label, name].mean() for table in tables]) for label in (1, 0)
        ]
        spread = np.mean([table.loc[table["Fraud"] == 1, name].std() for table in tables])
        distance = (here[0].mean - fraud) / (spread / np.sqrt(115))
        print(f"| `{name}` | {fraud} | {brief(here[0])} | {distance:+.1f} | {legitimate} | {brief(here[1])} |")


def print_missing(tables):
    print(f"\n| missing per {ROWS:,} rows | real | here |\n|---|---|---|")
    for name, count in MISSING.items():
        here = np.mean([table[name].isna().mean() for table in tables]) * ROWS
        print(f"| `{name}` | {count:,} | {here:,.0f} |")


def print_difficulty(drawn, difficulty):
    parts = [models.Parts(table) for table, _ in drawn]
    best = [posterior[part.test_rows] for part, (_, posterior) in zip(parts, drawn, strict=True)]
    print("\n| model | AUC of students on the real table | AUC here | average precision here |\n|---|---|---|---|")
    print_scores("the best possible (posterior)", "unknown", parts, best)
    for name, (model, published) in difficulty.items():
        print_scores(name, published, parts, [model(part) for part in parts])
    rng = np.random.default_rng(0)
    easy = [models.Parts(models.with_independent_columns(table, rng)) for table, _ in drawn]
    print_scores("logistic regression, columns made independent", "–", easy, [models.logistic(part) for part in easy])


def print_scores(name, published, parts, scores):
    intervals = (
        mean_interval([metric(part, of_rows) for part, of_rows in zip(parts, scores, strict=True)])
        for metric in (models.auc, models.average_precision)
    )
    print(f"| {name} | {published} | " + " | ".join(map(brief, intervals)) + " |")


def brief(interval):
    """Mean and interval with three significant digits, no exponent."""
    digits = max(0, 2 - int(np.floor(np.log10(abs(interval.mean)))))
    return f"{interval.mean:.{digits}f} [{interval.low:.{digits}f}, {interval.high:.{digits}f}]"


if __name__ == "__main__":
    main()
