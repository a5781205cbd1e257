# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   labgrader:
#     version: 1.0.0
# ---

# %% [markdown]
# # Lab 8 · Fraud: the group assignment
#
# An insurer receives 11,000 car claims, and one in a hundred is a fraud. You are the team that builds the alarm: from a dirty table to a decision rule, with a network that is told what fraud looks like, with one that has only seen honest claims, and with a letter to a customer who asks why. Every step is also a trap in which published studies have been caught; you will set each trap yourself, once, to know it.
#
# **You will be able to**
#
# - clean, split and encode a real-world table so that nothing of the test rows, and nothing of the label, leaks into the features;
# - judge a detector of rare events by precision, recall, average precision and money, each with an interval, and say what accuracy and AUC hide;
# - write SMOTE, use it where it may be used, and recognise a result that it flatters;
# - build an alarm without labels from an autoencoder, and compare it honestly with one that had labels;
# - answer a customer: what a score may decide, and how its reasons are given.
#
# **You need** Labs 1 to 7, at least the ideas of mini-batches, early stopping and autoencoders. **Time** about six hours, for a group; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `precision_recall_f1` | 3 | | 8 `resample_train` | 4 |
# | 2 `clean_claims` | 5 | | 9 `best_threshold` | 5 |
# | 3 `split_claims` | 4 | | 10 `fit_one_class` | 4 |
# | 4 `fit_preprocessor` | 7 | | 11 `quiz` | 7 |
# | 5 `average_precision` | 5 | | four written answers | 13 |
# | 6 `bootstrap_interval` | 4 | | essay | 8 |
# | 7 `smote` | 6 | | **together** | **75** |
# | | | | bonus: a letter with reasons | 4 |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other tables. Demos between the exercises use *your* functions, so they wait until you have written them.
#
# **As a group** you hand in one notebook, together with a file `group.csv`: the header `student`, then the user name of one member on each line.
#
# **Your own table.** Put the path of a CSV file into `PATH_TO_CLAIMS` and the name of its label into `LABEL`: everything runs on it unchanged, because the code asks for the *kind* of a column and never for its name.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" draws twenty tables instead of ten: about two minutes
SEED = 0
PATH_TO_CLAIMS = ""  # a CSV file of labelled claims; "" takes the simulated ones
LABEL = "Fraud"  # its column of 0 and 1 (or no and yes)

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
from itertools import combinations, pairwise

import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stats import claim, mean_interval
from scipy.spatial.distance import cdist

SEEDS = range(SEED, SEED + (20 if PROFILE == "full" else 10))

# %% [markdown]
# You will need two tools. `data.column_kinds(claims, label)` sorts the names of the columns into `"numbers"`, `"dates"`, `"categories"` (text of at most 30 different values) and `"texts"` (more than that); `as_numbers`, in the next cell, makes a table of what can be counted. (The other two functions there serve the checks.)


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def as_numbers(claims, kinds):
    """The columns of numbers as floats, and the days between each two dates: a frame with the rows of claims.

    kinds: what data.column_kinds gave, for these claims or for others.
    """
    columns = {name: claims[name].astype(float) for name in kinds["numbers"]}
    for late, early in combinations(kinds["dates"], 2):
        columns[f"days from {early} to {late}"] = (claims[late] - claims[early]).dt.days.astype(float)
    return pd.DataFrame(columns, index=claims.index)


def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def small_table(n, label="Fraud", seed=21):
    """Made-up claims for the checks: every kind of column, some gaps, a column `Number` that no two rows share."""
    rng = np.random.default_rng(seed)
    first_day = np.datetime64("2016-01-01")
    table = pd.DataFrame(
        {
            "Number": np.arange(n) + 1000,
            "Amount": np.round(rng.gamma(2, 700, n), 2),
            "Balance": np.round(rng.normal(0, 100, n), 2),
            "VehicleAge": rng.integers(0, 200, n).astype(float),
            "Injuries": rng.integers(0, 3, n),
            "LossDate": first_day + rng.integers(0, 365, n).astype("timedelta64[D]"),
            "PolicyDate": first_day - rng.integers(0, 3000, n).astype("timedelta64[D]"),
            "Cause": rng.choice(["Glass", "Theft", "Animal"], n),
            label: (np.arange(n) % 10 == 3).astype(int),
            "Notes": [f"note {number} by clerk {clerk}" for number, clerk in enumerate(rng.integers(0, 9, n))],
        }
    )
    table.loc[::17, "Cause"] = None
    table.loc[5::19, "Amount"] = np.nan
    return table


# %% [markdown]
# ## 1 · One in a hundred  ·  25 min
#
# First look. The claims are simulated ([the data sheet](../../docs/claims_data_sheet.md) says how), after a real table of 11,522 claims that nobody may publish. That has a rare advantage: the probability of fraud of every row is known, and with it the best score that *any* model can reach.

# %% tags=["demo"]
own_claims = data.read_claims(PATH_TO_CLAIMS, LABEL) if PATH_TO_CLAIMS else None


def table_of(seed):
    """The table of one study: a new one for each seed, or your own file."""
    return data.load_claims(seed=seed) if own_claims is None else own_claims.copy()


first_look = table_of(SEED)
print(f"{len(first_look):,} claims, {first_look[LABEL].sum()} of them frauds: {first_look[LABEL].mean():.2%}")
for kind, names in data.column_kinds(first_look, LABEL).items():
    print(f"{kind:11}{', '.join(names) or 'none'}")
first_look.head(3).T

# %% [markdown]
# Whoever says "honest" eleven thousand times is right in 99 % of the cases. **Accuracy** counts every row alike, so with rare frauds it counts almost only honest rows. Two questions fit better. Of the claims we flag, which share are frauds (**precision**)? Of the frauds, which share do we flag (**recall**)? With hits (frauds flagged), false alarms and misses,
#
# $$\text{precision} = \frac{\text{hits}}{\text{hits} + \text{false alarms}}, \qquad \text{recall} = \frac{\text{hits}}{\text{hits} + \text{misses}}, \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
#
# $F_1$, their harmonic mean, is low as soon as one of them is. None of the three mentions the honest claims that were left in peace, by far the largest group.

# %% [markdown]
# ### Exercise 1 — `precision_recall_f1`  ·  3 points
#
# Nobody flagged: precision is 0/0. No fraud among the rows: recall is. Return 0 wherever a fraction is undefined.


# %% nbgrader={"grade": false, "grade_id": "precision_recall_f1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def precision_recall_f1(y, y_pred):
    """Precision, recall and F1 of flagged claims.

    y: (n,) labels, 1 for a fraud; y_pred: (n,) flags, 1 for a claim to investigate.
    Returns (precision, recall, f1), each 0 where it is undefined.
    """
    ### BEGIN SOLUTION
    fraud, flagged = np.asarray(y, dtype=bool), np.asarray(y_pred, dtype=bool)
    hits = fraud[flagged].sum()
    share = lambda part, whole: part / whole if whole else 0.0
    return share(hits, flagged.sum()), share(hits, fraud.sum()), share(2 * hits, fraud.sum() + flagged.sum())
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_precision_recall_f1", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(precision_recall_f1, points=3)
rates = ("precision", "recall", "F1")
ten_labels, ten_flags = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]), np.array([1, 1, 1, 0, 1, 1, 0, 0, 0, 0])

with check("ten claims: 3 hits, 2 false alarms, 1 miss"):
    check.expect(
        lambda: precision_recall_f1(*copies(ten_labels, ten_flags)),
        (0.6, 0.75, 2 / 3),
        names=rates,
        mistakes={
            "precision and recall are swapped: precision divides by the flagged claims": (0.75, 0.6, 2 / 3),
            "the honest claims were taken for the frauds": (0.8, 4 / 6, 8 / 11),
            "F1 is the harmonic mean, not the plain one": (0.6, 0.75, 0.675),
            "F1 lost its factor 2": (0.6, 0.75, 1 / 3),
            "recall divides by the honest claims: that is the rate of false alarms": (
                0.6,
                2 / 6,
                0.6 * 4 / 6 / (0.6 + 2 / 6),
            ),
            "accuracy stands in for precision": (0.7, 0.75, 2 * 0.7 * 0.75 / 1.45),
        },
    )
nobody = np.zeros(5, int)
with check("0 where a fraction is undefined: nobody flagged, no fraud, neither"):
    for labels, flags in (([1, 0, 1, 0, 0], nobody), (nobody, [1, 0, 0, 0, 1]), (nobody, nobody)):
        check.expect(
            lambda labels=labels, flags=flags: precision_recall_f1(np.array(labels), np.array(flags)),
            (0.0, 0.0, 0.0),
            names=rates,
            mistakes={"a part of the empty is taken for perfect: return 0": (1.0, 0.0, 0.0)},
        )
with check("the inputs are left alone"):
    check.unchanged(precision_recall_f1, ten_labels, ten_flags)
### BEGIN HIDDEN TESTS
from sklearn.metrics import precision_recall_fscore_support

with check("equal to scikit-learn on rows of every kind"):
    rng = np.random.default_rng(31)
    for fraud_share, flag_share in ((0.5, 0.5), (0.05, 0.3), (0.3, 0.02), (0.01, 0.01)):
        labels, flags = (rng.random(300) < fraud_share).astype(int), (rng.random(300) < flag_share).astype(int)
        want = precision_recall_fscore_support(labels, flags, average="binary", zero_division=0)[:3]
        check.expect(lambda labels=labels, flags=flags: precision_recall_f1(labels, flags), want, names=rates)
with check("flags of True and False"):
    check.expect(lambda: precision_recall_f1(ten_labels, ten_flags == 1), (0.6, 0.75, 2 / 3), names=rates)
with check("a single hit, flags without a hit"):
    check.expect(lambda: precision_recall_f1(np.array([1, 0]), np.array([1, 0])), (1.0, 1.0, 1.0), names=rates)
    check.expect(lambda: precision_recall_f1(np.array([1, 0]), np.array([0, 1])), (0.0, 0.0, 0.0), names=rates)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** A detector finds 80 % of the frauds and raises a false alarm for 5 % of the honest claims. Fine numbers! When half of the claims are frauds, 94 % of its flags are right. Which share is right when one claim in a hundred is a fraud?

# %% tags=["demo", "nbval-check-output"]
with needs(precision_recall_f1):
    fraud_shares, rows = [0.5, 0.1, 0.01, 0.001], []
    for fraud_share in fraud_shares:
        frauds = round(100_000 * fraud_share)
        labels = np.arange(100_000) < frauds
        flags = np.arange(100_000) < round(0.8 * frauds)
        flags[frauds : frauds + round(0.05 * (100_000 - frauds))] = True
        precision, recall, f1 = precision_recall_f1(labels.astype(int), flags.astype(int))
        rows.append([f"{fraud_share:.1%}", f"{np.mean(labels == flags):.3f}", f"{1 - fraud_share:.3f}"])
        rows[-1] += [f"{value:.3f}" for value in (recall, precision, f1)]
    columns = ["frauds", "accuracy", "accuracy of “all honest”", "recall", "precision", "F1"]
    print(pd.DataFrame(rows, columns=columns).to_string(index=False))

# %% tags=["demo"]
fraud_shares = np.geomspace(0.0005, 0.5, 100)
figure, ax = plt.subplots()
for false_alarms in (0.05, 0.01, 0.001):
    ax.plot(
        100 * fraud_shares,
        0.8 * fraud_shares / (0.8 * fraud_shares + false_alarms * (1 - fraud_shares)),
        label=f"false alarms: {100 * false_alarms:g} % of the honest",
    )
ax.axvline(1, color="0.4", linestyle=":")
ax.set(xscale="log", xlabel="frauds among the claims (%)", ylabel="share of flags that are right (precision)")
ax.set_xticks((0.1, 1, 10, 50), ("0.1", "1", "10", "50"))
ax.legend()
plots.show(
    figure,
    "Precision against the share of frauds for three rates of false alarms, recall 80 percent: all curves start near 0 "
    "and end near 1; at one percent frauds the precision is 0.14, 0.45 and 0.89.",
)

# %% [markdown]
# **Explain.** The detector is the same in every row; only the crowd of honest claims has grown, and 5 % of a crowd is a crowd. Recall and the rate of false alarms do not see this; precision does, and so does the person who has to look at six honest claims for each fraud. At 1 % a useful detector needs a rate of false alarms well *below* 1 %.
#
# There is a second difficulty, for the training: with 66 frauds among 6,600 rows, a network that ignores them loses almost nothing. And a third: a mean over 22 validation frauds is a shaky number. Both will come back.

# %% [markdown]
# ### Written answer 1  ·  3 points
#
# Of 10,000 claims, 100 are frauds. Your program flags 180 claims, 65 of them frauds. The head of the department says: "That makes 150 errors, 98.5 % accuracy. The clerk who waves everything through has 99 %. Your program is worse than no program." An undetected fraud costs 3,600, an investigation of an honest claim 150. Answer with numbers, and say in two or three sentences why rare and costly frauds are hard (a) to measure and (b) to learn.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_imbalance", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** Waving everything through costs 100 · 3,600 = 360,000. The program misses 35 frauds and troubles 115 honest customers: 35 · 3,600 + 115 · 150 = 143,250, less than half. Accuracy prices a missed fraud like a needless investigation, here 24 times too low. (a) At 1 % nearly all rows are honest, so accuracy, and even a rate of false alarms, is governed by them; precision and recall must be given, and they rest on a hundred frauds, so with an interval. (b) The loss is a mean over rows: ignoring the 1 % costs almost nothing, the gradient comes from honest claims, and a hundred examples do not show how frauds vary.
#
# **Rubric**
# - 1 point: both costs in numbers (360,000 and 143,250; investigating found frauds at 150 each as well, 153,000, is fine too) and the conclusion.
# - 1 point: measuring: accuracy is ruled by the majority, or unequal costs are counted alike, or few frauds make every rate uncertain (two of these).
# - 1 point: learning: the mean loss is ruled by the majority, or few examples of the rare class.
# - "Accuracy is bad" without a reason: no point for that part.
# ### END SOLUTION

# %% [markdown]
# ## 2 · Clean, split, turn into numbers  ·  50 min
#
# ### Cleaning
#
# A claim entered twice may land in the training rows *and* in the test rows, and the model "recognises" it. So copies go first, before any split. So do values that cannot be.
#
# One rule stands above all: **cleaning must not look at the label.** A team that drops rows with gaps only where they are honest (frauds are precious, after all) has told its model that a gap means fraud; it has been done, and published. The label may not even decide what a copy is: two rows that agree in everything but the label are the same claim, and the later one goes.

# %% [markdown]
# ### Exercise 2 — `clean_claims`  ·  5 points
#
# - **Copies.** Of rows that agree in all columns *but the label*, keep the first.
# - **Impossible numbers.** An infinite number is impossible in any column. A negative one is impossible where *less than 1 %* of all rows (copies gone) hold one: a slip of the keyboard. (Where more are negative, the column may well be a balance or a temperature.) Make impossible numbers missing (`np.nan`); leaving out the row is accepted too.
# - **Nothing else**: gaps stay gaps, other rows stay, and so do the columns and each row's index label. Missing values are for the preprocessor.
#
# Return a new frame. (The 1 % is a rule for tables that nobody has explained to you. Where there is a data sheet, read it: in ours, hour 0 also means "unknown".)


# %% nbgrader={"grade": false, "grade_id": "clean_claims", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clean_claims(claims, label):
    """Claims without copies and without impossible numbers, whatever the label says.

    claims: frame; label: the name of its column of labels.
    Returns a new frame with the same columns; which rows and values it holds does not depend on the label.
    """
    ### BEGIN SOLUTION
    cleaned = claims.drop_duplicates(subset=claims.columns.drop(label))
    for name in data.column_kinds(cleaned, label)["numbers"]:
        values = cleaned[name].where(np.isfinite(cleaned[name]))
        negative = values < 0
        cleaned[name] = values.mask(negative) if negative.mean() < 0.01 else values
    return cleaned
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_clean_claims", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(clean_claims, points=5)


def cleaned_claims(table, label="Fraud"):
    """The learner's cleaned frame, when it is one, in the order of the column `Number`."""
    got = clean_claims(table.copy(), label)
    check.holds(isinstance(got, pd.DataFrame), f"return a pandas frame (got {type(got).__name__})")
    check.holds(set(got.columns) == set(table.columns), "return the frame with its columns, no more and no less")
    return got.sort_values("Number", kind="stable")


def numbers_left(table, label="Fraud"):
    """The numbers of the rows that are left, in order."""
    return cleaned_claims(table, label)["Number"].to_numpy()


def same_values(got, table):
    """Whether the rows that are left hold what stood in the table (gaps are equal to gaps)."""
    want = table.drop_duplicates("Number").set_index("Number").loc[got["Number"]]
    return {name: got.set_index("Number")[name].astype(object).equals(want[name].astype(object)) for name in want}


plain_table = small_table(400)
with_copies = pd.concat([plain_table, plain_table.iloc[[4, 4, 250]]], ignore_index=True)
with check("copies go, the first one of each stays"):
    check.expect(
        lambda: numbers_left(with_copies),
        plain_table["Number"].to_numpy(),
        mistakes={
            "the copies are still there": np.sort(with_copies["Number"]),
            "all rows of a set of copies are gone: keep the first": plain_table["Number"].drop([4, 250]).to_numpy(),
            "every row with a gap is gone: gaps stay": plain_table.dropna()["Number"].to_numpy(),
        },
    )
spoiled = plain_table.copy()
spoiled.loc[[7, 111], "VehicleAge"] = [-3.0, -14.0]
spoiled.loc[[30, 31], "Amount"] = [np.inf, -np.inf]
with check("impossible numbers: infinite ones, and negative ones where hardly any is negative"):
    left = cleaned_claims(spoiled)
    check.holds(not (left["VehicleAge"] < 0).any(), "a vehicle is still younger than nothing (2 of 400 are negative)")
    check.holds(not np.isinf(left["Amount"]).any(), "an amount is still infinite")
    for rows, column in (([1007, 1111], "VehicleAge"), ([1030, 1031], "Amount")):
        missing = left.loc[left["Number"].isin(rows), column].isna().all()
        check.holds(missing, f"an impossible {column} has become another number: make it missing")
with check("everything else stays: other rows, gaps, zeros, a balance that is often negative"):
    left = cleaned_claims(spoiled)
    lost = set(spoiled["Number"]) - set(left["Number"]) - {1007, 1111, 1030, 1031}
    check.holds(not lost, f"{len(lost)} rows without any impossible number are gone")
    untouched = left[~left["Number"].isin([1007, 1111, 1030, 1031])]
    for column, same in same_values(untouched, spoiled).items():
        check.holds(same, f"the column {column} has changed where nothing was impossible")
with check("the label has no say: other labels, the same rows and values"):
    for other_labels in (1 - with_copies["Fraud"], (np.arange(len(with_copies)) % 3 == 0).astype(int)):
        relabelled = with_copies.assign(Fraud=other_labels)
        relabelled.loc[3, "VehicleAge"], relabelled.loc[6, "VehicleAge"] = -5.0, -6.0
        left = cleaned_claims(relabelled)
        check.expect(
            left.drop_duplicates("Number")["Number"].to_numpy(),
            numbers_left(with_copies.assign(VehicleAge=relabelled["VehicleAge"])),
        )
with check("a copy with another label is still a copy"):
    contradictory = pd.concat([plain_table, plain_table.iloc[[4, 13]].assign(Fraud=[1, 0])], ignore_index=True)
    check.expect(
        lambda: numbers_left(contradictory),
        plain_table["Number"].to_numpy(),
        mistakes={"rows that differ in nothing but the label are still there": np.sort(contradictory["Number"])},
    )
with check("the claims themselves are left alone", weight=0.5):
    given, before = spoiled.copy(), spoiled.copy()
    clean_claims(given, "Fraud")
    check.holds(given.equals(before), "the frame that was handed in has changed: work on a copy")
### BEGIN HIDDEN TESTS
with check("other names, the label first, a column called Fraud that is no label"):
    renamed = small_table(300, label="IsFake", seed=22).assign(Fraud=1.5)
    renamed = renamed[["IsFake", *renamed.columns.drop("IsFake")]].rename(columns={"VehicleAge": "Months"})
    renamed.loc[40, "Months"], renamed.loc[41, "Balance"] = -1.0, -np.inf
    left = cleaned_claims(pd.concat([renamed, renamed.iloc[[9]].assign(IsFake=1 - renamed["IsFake"])]), "IsFake")
    check.expect(
        np.sort(left["Number"].to_numpy()[~left["Number"].isin([1040, 1041])]), np.delete(renamed["Number"], [40, 41])
    )
    check.holds(not (left["Months"] < 0).any() and not np.isinf(left["Balance"]).any(), "an impossible number is left")
    same = same_values(left[~left["Number"].isin([1040, 1041])], renamed)
    check.holds(all(same.values()), f"changed without need: {', '.join(name for name in same if not same[name])}")
with check("less than 1 %, and not the 1 % itself"):
    edge = small_table(300, seed=23)
    edge.loc[[1, 2, 3], "Balance"], edge.loc[4:, "Balance"] = -1.0, 5.0
    edge.loc[0, "Balance"] = 0.0
    check.expect(lambda: (cleaned_claims(edge)["Balance"] < 0).sum(), 3)
    edge.loc[3, "Balance"] = 5.0
    check.expect(lambda: (cleaned_claims(edge)["Balance"] < 0).sum(), 0)
with check("claims like those of this lab"):
    simulated = data.load_claims(4000, 0.05, seed=9)
    features = simulated.drop(columns="Fraud")
    got = clean_claims(simulated.copy(), "Fraud")
    twice, negative = features.duplicated().sum(), (simulated["FirstPartyVehicleAgeMonths"] < 0).sum()
    check.holds(len(simulated) - twice - negative <= len(got) <= len(simulated) - twice, f"{len(got)} rows are left")
    check.holds(not got.drop(columns="Fraud").duplicated().any(), "copies are left")
    check.holds(not (got["FirstPartyVehicleAgeMonths"] < 0).any(), "a vehicle is younger than nothing")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Splitting
#
# 60 % of the rows train, 20 % choose (architecture, sampler, threshold), and 20 % are opened once, at the very end. With 1 % frauds, chance could give one part twice as many of them as another; so split the frauds and the honest claims *each* 60/20/20: a **stratified** split.

# %% [markdown]
# ### Exercise 3 — `split_claims`  ·  4 points
#
# Draw the rows at random, with all randomness from `rng`. Choose them by position (`iloc`): an index label may stand twice, and `claims.drop(labels)` would drop both. The parts keep their index labels. Shares that do not come out even are rounded. (Scikit-learn's `train_test_split` takes `stratify=` and an integer as `random_state`; draw that integer from `rng`. Mind the second split: 20 % of all rows are not 20 % of what is left.)


# %% nbgrader={"grade": false, "grade_id": "split_claims", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_claims(claims, label, rng):
    """Train, validation and test rows: 60, 20 and 20 % of the frauds and of the others, drawn at random.

    claims: frame, with any index; label: the name of its column of labels; rng: np.random.Generator.
    Returns (train, val, test), three frames with the columns of claims.
    """
    ### BEGIN SOLUTION
    train, val, test = [], [], []
    for rows in claims.groupby(label).indices.values():
        *fifths, one, other = np.array_split(rng.permutation(rows), 5)
        train.extend(np.concatenate(fifths))
        val.extend(one)
        test.extend(other)
    return claims.iloc[train], claims.iloc[val], claims.iloc[test]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_split_claims", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(split_claims, points=4)


def split_parts(table, label="Fraud", seed=1):
    """The learner's three parts, when they are frames."""
    got = split_claims(table.copy(), label, np.random.default_rng(seed))
    parts = list(got) if isinstance(got, (tuple, list)) else [got]
    frames = len(parts) == 3 and all(isinstance(part, pd.DataFrame) for part in parts)
    check.holds(frames, "return three frames: train, val, test")
    check.holds(all(set(part.columns) == set(table.columns) for part in parts), "keep all columns, the label too")
    return parts


thousand = small_table(1000)
with check("1,000 claims: 600, 200 and 200"):
    check.expect(
        lambda: [len(part) for part in split_parts(thousand)],
        [600, 200, 200],
        mistakes={
            "20 % of what is left are 16 % of all: the second split takes a quarter of 80 %": [640, 160, 200],
            "the test rows come first: return train, val, test": [200, 200, 600],
            "the validation rows are taken from 80 %, and stay among the training rows": [800, 200, 200],
        },
    )
with check("each part has its share of the 100 frauds: 60, 20 and 20"):
    for seed in range(3):
        check.expect(
            [int(part["Fraud"].sum()) for part in split_parts(thousand, seed=seed)],
            [60, 20, 20],
            mistakes={"all frauds lie in the training rows": [100, 0, 0]},
        )
with check("every row lands in exactly one part, as it is"):
    parts = split_parts(thousand)
    together = pd.concat(parts).sort_values("Number")
    check.expect(together["Number"].to_numpy(), thousand["Number"].to_numpy())
    intact = together.reset_index(drop=True)[thousand.columns].equals(thousand)
    check.holds(intact, "a row's values were torn apart or changed")
gappy = thousand.drop(index=range(0, 1000, 7))
gappy.index = gappy.index // 2  # what cleaning and joining leave: gaps, and labels that stand twice
with check("also when the index has gaps and repeats itself"):
    parts = split_parts(gappy)
    check.expect(np.sort(np.concatenate([part["Number"] for part in parts])), gappy["Number"].to_numpy())
with check("the claims themselves are left alone", weight=0.5):
    given = thousand.copy()
    split_claims(given, "Fraud", np.random.default_rng(0))
    check.holds(given.equals(thousand), "the frame that was handed in has changed: work on a copy")
### BEGIN HIDDEN TESTS
with check("few frauds, sizes that do not come out even, another label"):
    for n in (53, 127, 512):
        uneven = small_table(n, label="IsFake", seed=n).assign(Fraud=0)
        for value in (0, 1):
            members = (uneven["IsFake"] == value).sum()
            got = np.array([(part["IsFake"] == value).sum() for part in split_parts(uneven, "IsFake")])
            shares = np.array([0.6, 0.2, 0.2]) * members
            near = np.abs(got - shares).max() < 1.5
            check.holds(near, f"{members} rows of one class are split {got.tolist()}, not {shares.round(1).tolist()}")
with check("chance comes from rng: the same generator, the same parts; another one, others"):
    np.random.seed(1)
    once = [set(part["Number"]) for part in split_parts(thousand, seed=5)]
    np.random.seed(2)
    check.holds(once == [set(part["Number"]) for part in split_parts(thousand, seed=5)], "draw from rng only")
    other = [set(part["Number"]) for part in split_parts(thousand, seed=6)]
    check.holds(once != other, "another rng gave the same parts: draw the rows from rng")
with check("the rows are drawn, not cut off in order"):
    for part in split_parts(thousand, seed=7):
        for value in (0, 1):
            of_class = part.loc[part["Fraud"] == value, "Number"]
            middle = (of_class.mean() - 1499.5) / (289 / np.sqrt(len(of_class)))
            check.holds(abs(middle) < 4.5, "the parts are cut off in the order of the rows: draw them at random")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Turning rows into numbers
#
# A network wants one row of floats per claim: no text, no gap, all columns of one scale. What that takes has to be *learnt from the training rows* (medians, means, deviations, the list of categories) and then *applied* to any rows. The two functions below are those two steps. Whatever peeks at validation or test rows in the first step makes the evaluation a little too good, and in production there are no such rows to peek at.

# %% [markdown]
# ### Exercise 4 — `fit_preprocessor`  ·  7 points
#
# Write both functions. `state` may be anything you like (a dict will do).
#
# - **Numbers and dates**: `as_numbers(claims, kinds)` gives them, with the days between two dates. Fill gaps with the median of the training rows, then standardise with the mean and deviation of the training rows. A column that is constant there, or has nothing but gaps there, becomes 0 there.
# - **Categories**: a column of zeros and ones for each value seen in the training rows, and one for "missing" (in `DamageImportance` 94 % are missing: filling in the most frequent value would turn every claim into a minor one). A value that was never seen gets zeros: it must not crash, claims keep coming.
# - **Texts** are left out, and so is the label.
# - `apply_preprocessor` returns `X`, one row for each claim, and `y`, or `None` where there is no label column: new claims have none.


# %% nbgrader={"grade": false, "grade_id": "fit_preprocessor", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit_preprocessor(train, label):
    """What apply_preprocessor has to know, learnt from the training rows.

    train: frame; label: the name of its column of labels.
    Returns the state.
    """
    ### BEGIN SOLUTION
    kinds = data.column_kinds(train, label)
    numbers = as_numbers(train, kinds)
    middle = numbers.median()
    filled = numbers.fillna(middle)
    spread = filled.std()
    known = {name: train[name].dropna().unique() for name in kinds["categories"]}
    return label, kinds, middle, filled.mean(), spread.mask(np.isclose(spread, 0), np.inf), known
    ### END SOLUTION


def apply_preprocessor(state, claims):
    """Claims as numbers.

    state: from fit_preprocessor; claims: frame with the columns of the training rows, the label may be absent.
    Returns X (n, d) floats without gaps, y (n,) or None.
    """
    ### BEGIN SOLUTION
    label, kinds, middle, centre, spread, known = state
    numbers = (as_numbers(claims, kinds).fillna(middle) - centre) / spread
    flags = [claims[name] == value for name, values in known.items() for value in values]
    missing = [claims[name].isna() for name in known]
    X = np.column_stack([numbers, *flags, *missing]).astype(float)
    X = np.nan_to_num(X)  # a column without a single value
    return X, claims[label].to_numpy() if label in claims else None
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fit_preprocessor", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(fit_preprocessor, apply_preprocessor, points=7)


def applied(state, claims):
    """X and y of the learner, X as an array of floats, when they are what was asked for."""
    got = apply_preprocessor(state, claims.copy())
    check.holds(isinstance(got, (tuple, list)) and len(got) == 2, "apply_preprocessor returns a pair: X, y")
    X = got[0].toarray() if hasattr(got[0], "toarray") else np.asarray(got[0])
    check.holds(
        X.ndim == 2 and X.dtype.kind in "biuf", f"X must be a table of numbers (got {X.dtype}, shape {X.shape})"
    )
    check.holds(len(X) == len(claims), f"{len(claims)} claims went in, {len(X)} rows came out: fill gaps, drop no row")
    X = X.astype(float)
    check.holds(np.isfinite(X).all(), f"X has gaps or infinite numbers in {(~np.isfinite(X)).any(axis=1).sum()} rows")
    return X, got[1]


def encoded(train, *tables, label="Fraud"):
    """X of each table after a fit on train."""
    state = fit_preprocessor(train.copy(), label)
    return [applied(state, table)[0] for table in tables]


def has_column(X, column):
    """Whether one of the columns of X is this one (some divide by n, others by n - 1)."""
    column = np.reshape(column, (-1, 1))
    return bool((np.abs(X - column) < 0.02 * (1 + np.abs(column))).all(axis=0).any())


ages = pd.DataFrame({"Age": np.arange(20.0, 60.0) / 100, "Fraud": np.arange(40) % 5 == 0}).astype({"Fraud": int})
older = pd.DataFrame({"Age": [0.395, 0.7, 0.9], "Fraud": [0, 1, 0]})
with check("numbers: standardised with mean and deviation of the training rows"):
    X_ages, X_older = encoded(ages, ages, older)
    deviation = ages["Age"].std(ddof=0)
    check.holds(
        has_column(X_ages, (ages["Age"] - 0.395) / deviation),
        "no column of X holds the ages of the training rows with mean 0 and deviation 1",
    )
    own = [(older["Age"] - older["Age"].mean()) / older["Age"].std(ddof=ddof) for ddof in (0, 1)]
    check.holds(
        not any(has_column(X_older, column) for column in own),
        "new rows were standardised with their own mean and deviation: use those of the training rows",
    )
    check.holds(
        has_column(X_older, (older["Age"] - 0.395) / deviation),
        "no column of X holds the ages of new rows, measured by mean and deviation of the training rows",
    )
with check("gaps in numbers: the median of the training rows, in new rows too"):
    skewed = pd.DataFrame({"Amount": [*np.arange(100.0, 139.0), 9000.0, np.nan], "Fraud": [0] * 37 + [1] * 4})
    (X_gap,) = encoded(skewed, pd.DataFrame({"Amount": [119.5, np.nan, 5000.0, 5000.0], "Fraud": [0, 1, 0, 0]}))
    check.holds(
        np.allclose(X_gap[0, :1], X_gap[1, :1], atol=0.005),
        "a gap must get the median of the training rows (here 119.5)",
    )
causes = pd.DataFrame({"Cause": ["Glass", "Theft", "Animal", None] * 10, "Fraud": [0, 1] * 20})
with check("categories: a column of its own for each, and one for missing"):
    (X_causes,) = encoded(causes, causes)
    glass, theft, animal, missing = X_causes[:4]
    check.holds(
        np.abs(X_causes[:4, None] - X_causes[None, :4]).max(axis=2)[np.triu_indices(4, 1)].min() > 0.1,
        "two of Glass, Theft, Animal and missing look the same in X",
    )
    ordered = np.linalg.matrix_rank(np.array([theft - glass, animal - glass]), tol=1e-6) < 2
    check.holds(
        not ordered, "the categories became numbers on one line, an order that is not there: give each a column"
    )
    for place, name in enumerate(("Glass", "Theft", "Animal", "missing")):
        others = np.delete(X_causes[:4], place, axis=0)
        alone = (np.ptp(others, axis=0) < 1e-6) & (X_causes[place] - others[0] > 0.1)
        check.holds(alone.any(), f"{name} has no column of its own, one that tells it from all others")
with check("a category that was never seen does not crash"):
    unseen = pd.DataFrame({"Cause": ["Meteorite", "Theft", None], "Fraud": [0, 0, 1]})
    X_unseen = encoded(causes, causes, unseen)[1]
    check.expect(X_unseen[1:], encoded(causes, causes.iloc[[1, 3]])[0])
with check("the days between two dates count"):
    dated = small_table(120)[["LossDate", "PolicyDate", "Fraud"]]
    (X_dated,) = encoded(dated, dated)
    days = (dated["LossDate"] - dated["PolicyDate"]).dt.days
    standard = (days - days.mean()) / days.std()
    check.holds(
        has_column(X_dated, standard) or has_column(X_dated, -standard), "no column holds the days between them"
    )
mixed = small_table(200)
with check("the label is no feature, and may be absent"):
    state = fit_preprocessor(mixed.copy(), "Fraud")
    X_mixed, y_mixed = applied(state, mixed)
    flipped, y_flipped = applied(state, mixed.assign(Fraud=1 - mixed["Fraud"]))
    check.holds(np.allclose(X_mixed, flipped), "other labels gave another X: the label is among the features")
    check.expect(np.asarray(y_mixed), mixed["Fraud"].to_numpy())
    check.expect(np.asarray(y_flipped), 1 - mixed["Fraud"].to_numpy())
    X_unlabelled, y_unlabelled = applied(state, mixed.drop(columns="Fraud"))
    check.holds(y_unlabelled is None, "without a label column y must be None")
    check.expect(X_unlabelled, X_mixed)
with check("the claims themselves are left alone", weight=0.5):
    given = mixed.copy()
    apply_preprocessor(fit_preprocessor(given, "Fraud"), given)
    check.holds(given.equals(mixed), "the frame that was handed in has changed: work on a copy")
### BEGIN HIDDEN TESTS
with check("each row by itself, whatever rows come with it"):
    state = fit_preprocessor(mixed.copy(), "Fraud")
    X_others = applied(state, others := small_table(90, seed=24))[0]
    check.expect(lambda: applied(state, others.iloc[30:40])[0], X_others[30:40])
    check.expect(lambda: applied(state, others.iloc[[2]])[0], X_others[[2]])
with check("two preprocessors share nothing"):
    first_state = fit_preprocessor(ages.copy(), "Fraud")
    before = applied(first_state, older)[0]
    fit_preprocessor(ages.assign(Age=ages["Age"] * 7), "Fraud")
    check.expect(lambda: applied(first_state, older)[0], before)
with check("texts are left out"):
    widths = [encoded(table, table)[0].shape[1] for table in (mixed, mixed.drop(columns="Notes"))]
    check.expect(widths[0], widths[1])
    check.holds(
        widths[0] < 25, f"{widths[0]} columns: too many for a table of five numbers, two dates and one category"
    )
with check("constant and empty columns, only numbers, only categories, another label"):
    odd = mixed.assign(Constant=0.1, Empty=np.nan, Yes=mixed["Injuries"] > 0).rename(columns={"Fraud": "IsFake"})
    for table in (odd, odd.assign(Constant=5.0)):
        largest = np.abs(encoded(odd, table, label="IsFake")[0]).max()
        check.holds(
            largest < 30, f"a column that is constant in the training rows must become 0 (got up to {largest:.3g})"
        )
    for columns in (["Number", "Amount", "Balance"], ["Cause"], ["LossDate", "PolicyDate"]):
        (X_few,) = encoded(mixed[[*columns, "Fraud"]], mixed[[*columns, "Fraud"]])
        check.holds(X_few.shape[1] > 0, f"nothing is left of {columns}")
with check("claims like those of this lab, new ones with surprises"):
    simulated = data.load_claims(1200, 0.1, seed=11)
    old, new = simulated.iloc[:800], simulated.iloc[800:].copy()
    new.iloc[0, new.columns.get_indexer(["ClaimCause", "LossHour", "PolicyholderAge"])] = ["Meteorite", np.nan, np.nan]
    X_old, X_new = encoded(old, old, new)
    check.expect(X_new.shape[1], X_old.shape[1])
    check.holds(np.abs(X_old.mean(axis=0)).max() < 1.01 and X_old.std(axis=0).max() < 1.05, "X is not of one scale")
    age = (old["LossDate"] - old["FirstPolicySubscriptionDate"]).dt.days
    related = np.abs(np.corrcoef(np.column_stack([age, X_old[:, X_old.std(axis=0) > 0]]).T)[0, 1:])
    check.at_least(related.max(), 0.99, "the age of the policy, the strongest sign of all, is not among the columns")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# From here on a **study** is one table, cleaned, split and turned into numbers by your functions. There are ten of them (with a file of your own: ten splits of it, which makes intervals a little too narrow, because the splits share rows). Their test rows lie under a seal until section 8.


# %% tags=["demo"]
class Study:
    """One table on its way through your functions; x are float32 arrays, `test` is sealed."""

    def __init__(self, seed):
        table = table_of(seed)
        cleaned = clean_claims(table, LABEL)
        self.train, self.val, test = split_claims(cleaned, LABEL, np.random.default_rng(seed))
        self.state = fit_preprocessor(self.train, LABEL)
        (self.x, self.y), (self.x_val, self.y_val), sealed = map(self.as_arrays, (self.train, self.val, test))
        self.test = data.TestSet(*sealed)
        self.gone = len(table) - len(cleaned)
        self.best, self.best_test = (self.best_possible(seed, table, rows) for rows in (self.val, test))

    def as_arrays(self, claims):
        X, y = apply_preprocessor(self.state, claims)
        return np.asarray(X.toarray() if hasattr(X, "toarray") else X, "float32"), np.asarray(y)

    def best_possible(self, seed, table, rows):
        """The probability of fraud that the generator knows; None for a table of your own."""
        if own_claims is not None or not table.loc[rows.index, LABEL].equals(rows[LABEL]):
            return None
        return dllabs.claims.posterior(seed=seed)[rows.index].to_numpy()


with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor):
    studies = [Study(seed) for seed in SEEDS]
    study = studies[0]
    print(f"first study: {study.gone} rows gone, {study.x.shape[1]} columns of numbers made")
    for name, y in (("training", study.y), ("validation", study.y_val)):
        print(f"{name:10} {len(y):5,} claims, {y.sum():3} frauds")

# %% [markdown]
# Look at the *training* rows only: who looks at all rows has opened the test set with his own eyes.
#
# > **Predict.** Is a claim more suspicious when the policy is new? By a factor of two, five, or more than ten?

# %% tags=["demo"]
with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor):
    gaps = study.train.isna().mean().loc[lambda share: share > 0].sort_values(ascending=False)
    print("missing:", ", ".join(f"{name} {share:.1%}" for name, share in gaps.items()) or "nothing")
    kinds = data.column_kinds(study.train, LABEL)
    periods = as_numbers(study.train, {"numbers": [], "dates": kinds["dates"][:2]})
    if periods.empty or periods.shape[1] == 0:
        print("This table has no two columns of dates, so there is no age of the policy to look at.")
    else:
        days = periods.iloc[:, 0]
        groups = pd.cut(days, [-np.inf, 29, 365, 3 * 365, np.inf], labels=["≤ 29", "30–365", "1–3 years", "> 3 years"])
        counts = study.train.groupby(groups, observed=True)[LABEL].agg(["sum", "count"])
        # Wilson's interval, which is honest about small counts too.
        share, extra = counts["sum"] / counts["count"], 1.96**2 / counts["count"]
        middle = (share + extra / 2) / (1 + extra)
        half = np.sqrt(extra * (share * (1 - share) + extra / 4)) / (1 + extra)
        figure, ax = plt.subplots(figsize=(6.4, 3))
        places = np.arange(len(counts))
        ax.errorbar(places, 100 * middle, 100 * half, fmt="none", capsize=4, ecolor="C0")
        ax.plot(places, 100 * share, "o", color="C0")
        ax.axhline(100 * study.y.mean(), color="0.4", linestyle=":", label="all claims")
        labels = [f"{name}\n({count:,} claims)" for name, count in counts["count"].items()]
        ax.set_xticks(places, labels)
        ax.set(yscale="log", xlabel=days.name, ylabel="frauds (%)")
        ax.set_yticks((0.1, 1, 10), ("0.1", "1", "10"))
        ax.legend()
        plots.show(
            figure,
            "Share of frauds in four groups of the days between the two dates, logarithmic axis with 95 percent "
            "intervals: far above the average in the group of at most 29 days, and falling from group to group.",
        )
    if {"ClaimCause", "InsurerNotes"} <= set(study.train):
        print("notes of claims without a cause:")
        for note in study.train.loc[study.train["ClaimCause"].isna(), "InsurerNotes"].head(3):
            print("   ", note)
    else:
        print("This table has no notes by clerks, so there is no free text to read.")

# %% [markdown]
# **Explain.** Fraudsters take out a policy in order to claim. Neither date says so; their *difference* does, which is why `as_numbers` computes it. Features are where knowledge of the trade enters. The notes hold knowledge too (here the cause that is missing in its column); we leave them out, and so does nearly everybody, and that is a choice to be mentioned.

# %% [markdown]
# ## 3 · A first network, and what its numbers hide  ·  40 min
#
# A network gives each claim a **score**. Which scores are flagged is a second question (section 5), so first judge the *ranking*. Walk down the list from the highest score, and at every claim note recall and precision so far: the **precision–recall curve**. Its area as a sum of steps is the **average precision**,
#
# $$\text{AP} = \sum_k (R_k - R_{k-1})\, P_k ,$$
#
# where $k$ runs over the *different* scores from the highest down, $R_0 = 0$, and $P_k$, $R_k$ are precision and recall when everything with at least that score is flagged. Claims of one score come together: nobody can flag one without the other. Scores without any information get an AP of about the share of frauds, here 0.01; a perfect ranking gets 1.
#
# Steps, and no straight lines between the points: between two thresholds there is nothing, and precision does not move on a line there, so the trapezoidal rule invents area.

# %% [markdown]
# ### Exercise 5 — `average_precision`  ·  5 points
#
# It will be called a thousand times on thousands of claims, so sort once (`np.argsort`, `np.cumsum`) rather than flag anew for each threshold.


# %% nbgrader={"grade": false, "grade_id": "average_precision", "locked": false, "schema_version": 3, "solution": true, "task": false}
def average_precision(y, scores):
    """Average precision of a ranking, in step form; claims of one score count together.

    y: (n,) labels, 1 for a fraud, at least one; scores: (n,) floats, the higher the more suspicious.
    Returns a number between 0 and 1.
    """
    ### BEGIN SOLUTION
    order = np.argsort(-np.asarray(scores, dtype=float))
    fraud, ranked = np.asarray(y, dtype=bool)[order], np.asarray(scores)[order]
    ends = np.flatnonzero(np.append(np.diff(ranked), np.inf))  # the last claim of each score
    hits = np.cumsum(fraud)[ends]
    return np.sum(np.diff(hits, prepend=0) * hits / (ends + 1)) / fraud.sum()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_average_precision", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(average_precision, points=5)

six_labels, six_scores = np.array([1, 0, 0, 1, 0, 1]), np.array([0.9, 0.8, 0.6, 0.5, 0.3, 0.2])
with check("frauds at places 1, 4 and 6: (1 + 2/4 + 3/6) / 3"):
    check.expect(
        lambda: average_precision(*copies(six_labels, six_scores)),
        2 / 3,
        mistakes={
            "that is the area under the ROC curve": 4 / 9,
            "that is the trapezoidal rule: take steps": (1 + (1 / 3 + 1 / 2) / 2 + (2 / 5 + 1 / 2) / 2) / 3,
            "the lowest scores come first: sort downwards": (1 + 2 / 3 + 3 / 6) / 3,
            "the mean runs over all places: only those of frauds count": (1 + 1 / 2 + 1 / 3 + 1 / 2 + 2 / 5 + 1 / 2)
            / 6,
            "the sum was not divided by the number of frauds": 2.0,
            "the first step is missing (R₀ = 0), or the sum was divided by the number of claims": 1 / 3,
        },
    )
tied_labels, tied_scores = np.array([1, 0, 0, 1, 1]), np.array([0.7, 0.7, 0.7, 0.4, 0.4])
with check("claims of one score count together: 1/3 · 1/3 + 2/3 · 3/5"):
    for order in (slice(None), slice(None, None, -1), [1, 3, 0, 4, 2]):
        check.expect(
            lambda order=order: average_precision(tied_labels[order], tied_scores[order]),
            1 / 9 + 2 / 5,
            mistakes={
                "ties were ranked one after the other, frauds first: take them together": (1 + 2 / 4 + 3 / 5) / 3,
                "ties were ranked one after the other, frauds last: take them together": (1 / 3 + 2 / 4 + 3 / 5) / 3,
            },
        )
with check("frauds on top: 1; all scores equal: the share of frauds"):
    check.expect(lambda: average_precision(np.array([0, 1, 0, 1]), np.array([-2.0, 5.0, -1.0, 9.0])), 1.0)
    check.expect(lambda: average_precision(np.array([0, 1, 0, 0, 0]), np.full(5, 0.3)), 0.2)
with check("the inputs are left alone"):
    check.unchanged(average_precision, tied_labels, tied_scores)
### BEGIN HIDDEN TESTS
from sklearn.metrics import average_precision_score

with check("equal to scikit-learn, with and without ties"):
    rng = np.random.default_rng(32)
    for n, n_scores, fraud_share in ((400, 10**6, 0.1), (400, 7, 0.3), (2000, 40, 0.02), (50, 2, 0.5)):
        labels = (rng.random(n) < fraud_share).astype(int)
        labels[3] = 1
        scores = rng.integers(0, n_scores, n) / n_scores + 0.3 * labels.round(1)
        want = average_precision_score(labels, scores)
        check.expect(lambda labels=labels, scores=scores: average_precision(labels, scores), want, rtol=1e-6)
with check("only the order of the scores matters: large, negative, close together"):
    want = average_precision_score(labels, scores)
    for changed in (1e6 * scores - 5e6, -1 / (1 + scores), 1 + 1e-9 * scores):
        check.expect(lambda changed=changed: average_precision(labels, changed), want, rtol=1e-6)
with check("a single fraud at the end of the list"):
    check.expect(lambda: average_precision(np.array([0, 0, 0, 1]), np.array([4.0, 3.0, 2.0, 1.0])), 0.25)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### How far to trust it
#
# There are 22 frauds among the validation rows. How would the average precision have come out with other rows? Nobody can draw new claims, but one can draw *from the claims there are*: n rows **with replacement**, the metric on them, again and again. The middle 95 % of the results are a **bootstrap interval**. Each row keeps its own score, of course; and a draw that happens to hold one class only is no table to judge by, so it is left out.

# %% [markdown]
# ### Exercise 6 — `bootstrap_interval`  ·  4 points


# %% nbgrader={"grade": false, "grade_id": "bootstrap_interval", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    """The bootstrap interval of a metric: the middle share `level` of its values on rows drawn with replacement.

    metric: function (y, scores) -> number; y, scores: (m,) arrays, 0 and 1 both among y; rng: np.random.Generator;
    n: number of draws, each of m rows; those with one class only are left out.
    Returns (low, high).
    """
    ### BEGIN SOLUTION
    values = []
    for _ in range(n):
        rows = rng.integers(len(y), size=len(y))
        if np.std(y[rows]):
            values.append(metric(y[rows], scores[rows]))
    tail = (1 - level) / 2
    return np.quantile(values, tail), np.quantile(values, 1 - tail)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_bootstrap_interval", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(bootstrap_interval, points=4)
two_hundred = np.random.default_rng(33).gamma(2, 1, 200)
every_other = np.arange(200) % 2
standard_error = two_hundred.std() / np.sqrt(200)


def ends(metric, y, scores, seed=4, **options):
    """The learner's interval as two floats, low and high."""
    got = bootstrap_interval(metric, y.copy(), scores.copy(), np.random.default_rng(seed), **options)
    check.holds(got is not None and np.size(got) == 2, "return two numbers: low, high")
    low, high = (float(end) for end in got)
    check.holds(np.isfinite([low, high]).all(), f"got ({low}, {high}): leave out draws of one class only")
    check.holds(low <= high, "low is larger than high")
    return low, high


mean_score = lambda y, scores: scores.mean()
with check("the interval of a mean: 1.96 standard errors to either side"):
    low, high = ends(mean_score, every_other, two_hundred)
    check.holds(high > low, "both ends are equal: draw the rows with replacement")
    check.holds(low < two_hundred.mean() < high, "the mean itself lies outside of the interval")
    width = (high - low) / standard_error
    check.at_least(width, 3.3, "the interval is too narrow: draw as many rows as there are, take the middle 95 %")
    check.at_most(width, 4.6, "the interval is too wide: draw as many rows as there are, take the middle 95 %")
with check("each row keeps its score"):
    own = np.where(every_other == 1, 7.0, 3.0)
    apart = lambda y, scores: np.abs(scores - np.where(y == 1, 7.0, 3.0)).max()
    check.expect(
        lambda: ends(apart, every_other, own),
        (0.0, 0.0),
        mistakes={"labels and scores were drawn apart: use one set of rows for both": (4.0, 4.0)},
    )
few_frauds = np.array([1, 0, 0, 0, 0, 0])


def on_two_classes(y, scores):
    """A metric that cannot be computed on one class."""
    if len(set(y)) < 2:
        raise ValueError("the metric was given rows of one class only")
    return scores.mean()


with check("draws of one class only are left out"):
    ends(on_two_classes, few_frauds, np.arange(6.0))
with check("the inputs are left alone"):
    check.unchanged(
        lambda y, scores: bootstrap_interval(mean_score, y, scores, np.random.default_rng(0), 20),
        every_other,
        two_hundred,
    )
### BEGIN HIDDEN TESTS
with check("other levels: the middle half, the middle 99 %"):
    half_width = lambda level: np.diff(ends(mean_score, every_other, two_hundred, n=3000, level=level))[0] / 2
    check.expect(lambda: half_width(0.5) / standard_error, 0.674, rtol=0.12)
    check.expect(lambda: half_width(0.99) / standard_error, 2.576, rtol=0.15)
with check("as many tails below as above"):
    shares = [
        np.mean(np.random.default_rng(5).choice(two_hundred, (4000, 200)).mean(axis=1) < end)
        for end in ends(mean_score, every_other, two_hundred, n=3000, level=0.8)
    ]
    check.expect(shares[0], 0.1, atol=0.03)
    check.expect(shares[1], 0.9, atol=0.03)
with check("labels and scores are drawn anew each time, as often as n says"):
    calls = []
    counted = lambda y, scores: calls.append((len(y), y.mean(), scores.mean())) or scores.mean()
    ends(counted, every_other, two_hundred, n=300)
    check.holds(290 <= len(calls) <= 310, f"n=300 made {len(calls)} draws")
    check.holds({size for size, _, _ in calls} == {200}, "each draw must have as many rows as there are")
    check.holds(
        len({label_mean for _, label_mean, _ in calls}) > 5, "the share of frauds never changes: draw whole rows"
    )
with check("chance comes from rng"):
    np.random.seed(1)
    once = ends(mean_score, every_other, two_hundred, seed=8, n=100)
    np.random.seed(2)
    check.expect(lambda: ends(mean_score, every_other, two_hundred, seed=8, n=100), once)
    check.holds(ends(mean_score, every_other, two_hundred, seed=9, n=100) != once, "another rng gave the same ends")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### The baseline network
#
# > **Predict.** A network with 32 and 16 hidden units, 12 epochs. Its accuracy on the validation rows: above or below that of "all honest"? Its area under the ROC curve (AUC: the chance that a random fraud has a higher score than a random honest claim)? Its average precision?

# %% tags=["demo"]
from sklearn.metrics import precision_recall_curve, roc_auc_score, roc_curve


def new_network(n_inputs):
    """A small classifier in Keras, compiled."""
    layers = [keras.layers.Dense(32, activation="relu"), keras.layers.Dense(16, activation="relu")]
    model = keras.Sequential([keras.Input((n_inputs,)), *layers, keras.layers.Dense(1, activation="sigmoid")])
    model.compile("adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def with_interval(metric, y, scores):
    """A number with its bootstrap interval, as text."""
    low, high = bootstrap_interval(metric, y, scores, np.random.default_rng(SEED), n=300)
    return f"{metric(y, scores):.3f} [{low:.3f}, {high:.3f}]"


with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, average_precision, bootstrap_interval):
    baseline = new_network(study.x.shape[1])
    baseline.fit(study.x, study.y, batch_size=128, epochs=12, verbose=0)
    scores = baseline.predict(study.x_val, batch_size=4096, verbose=0).ravel()
    print(f"accuracy           {np.mean((scores >= 0.5) == study.y_val):.4f}")
    print(f"… of “all honest”  {1 - study.y_val.mean():.4f}")
    print(f"frauds with a score of at least 0.5: {np.sum(scores[study.y_val == 1] >= 0.5)} of {study.y_val.sum()}")
    print(f"AUC                {with_interval(roc_auc_score, study.y_val, scores)}")
    print(f"average precision  {with_interval(average_precision, study.y_val, scores)}")
    print(f"… without any information {study.y_val.mean():.3f}")

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
    rankings = {"network": scores} | ({} if study.best is None else {"best possible": study.best})
    for name, ranking in rankings.items():
        left.plot(*roc_curve(study.y_val, ranking)[:2], label=name)
        precision, recall, _ = precision_recall_curve(study.y_val, ranking)
        right.step(recall, precision, where="pre", label=name)
    left.plot([0, 1], [0, 1], color="0.5", linestyle=":", label="no information")
    right.axhline(study.y_val.mean(), color="0.5", linestyle=":", label="no information")
    left.set(xlabel="false alarms / honest claims", ylabel="recall", title="ROC curve")
    right.set(xlabel="recall", ylabel="precision", title="precision and recall", ylim=(0, 1))
    left.legend(fontsize=8)
    right.legend(fontsize=8)
    plots.show(
        figure,
        "Left: the ROC curve of the network lies well above the diagonal, near that of the best possible model. Right: "
        "on the same scores its precision is low at nearly every recall, and that of the best possible model is far from 1 too.",
    )

# %% [markdown]
# **Explain.** The two pictures show the *same* scores. The left one divides false alarms by 2,178 honest claims, and looks like success; the right one divides them by the flags, and looks like work. Accuracy tells nothing: the network hardly ever reaches 0.5, so it says "all honest" like the clerk. And the intervals are wide: with 22 frauds, a difference of 0.05 in AUC between two models on one split is noise.
#
# Two more traps of this section. Scikit-learn's `MLPClassifier` stops early when *accuracy* no longer grows, which at 1 % it never does. And `[layer] * 3` is a list that holds one layer object three times.

# %% tags=["demo"]
from sklearn.neural_network import MLPClassifier

with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor):
    stopped = MLPClassifier((32, 16), early_stopping=True, n_iter_no_change=10, random_state=0).fit(study.x, study.y)
    caught = stopped.predict(study.x_val)[study.y_val == 1].sum()
    print(
        f"early stopping on accuracy: best epoch {int(np.argmax(stopped.validation_scores_)) + 1}, "
        f"accuracy {max(stopped.validation_scores_):.3f}, frauds found {caught} of {study.y_val.sum()}"
    )

# %% tags=["demo", "nbval-check-output"]
once = [keras.layers.Dense(8, activation="relu"), keras.layers.Dropout(0.1)]
same = keras.Sequential([keras.Input((8,)), *(once * 3), keras.layers.Dense(1)])
three = [keras.layers.Dense(8, activation="relu") for _ in range(3)]
own = keras.Sequential([keras.Input((8,)), *three, keras.layers.Dense(1)])
print(f"[Dense, Dropout] * 3: {same.count_params()} weights; three layers of their own: {own.count_params()}")

# %% [markdown]
# One study proves nothing, so from here on ten networks, one for each table, are trained side by side as in Lab 7. A bracket after a mean over studies is its 95 % interval, and a line with ✓ says that the interval of a difference lies on one side of zero. Run the next cell and go on.


# %% tags=["demo"]
def train_networks(xs, targets, widths, loss, n_steps=800, batch_size=128, lr=0.002):
    """A network for each table, all trained side by side: Dense layers, ReLU between them, Adam.

    xs, targets: lists of arrays (n, d) and (n, m), one for each table; widths: units of the hidden layers;
    loss: tensors targets, outputs (tables, batch, m) -> (tables, batch, m) or smaller.
    Returns a function: list of arrays (n, d) -> list of outputs (n, m).
    """
    sizes = [max(len(x) for x in xs), max(x.shape[1] for x in xs), max(target.shape[1] for target in targets)]
    stacked = lambda parts, width: tf.constant(
        np.stack([np.pad(part, ((0, sizes[0] - len(part)), (0, width - part.shape[1]))) for part in parts]), tf.float32
    )
    X, T = stacked(xs, sizes[1]), stacked(targets, sizes[2])
    rngs = [np.random.default_rng([SEED, place]) for place in range(len(xs))]
    variables = []
    for d_in, d_out in pairwise((sizes[1], *widths, sizes[2])):
        limit = np.sqrt(6 / (d_in + d_out))
        kernels = np.stack([rng.uniform(-limit, limit, (d_in, d_out)) for rng in rngs])
        variables += [tf.Variable(kernels, dtype=tf.float32), tf.Variable(tf.zeros((len(xs), 1, d_out)))]

    def forward(x, weights, relu):
        for layer, (kernel, bias) in enumerate(zip(weights[::2], weights[1::2], strict=True)):
            x = (relu(x) if layer else x) @ kernel + bias
        return x

    optimizer = keras.optimizers.Adam(lr)
    optimizer.build(variables)

    @tf.function
    def run(order):
        for rows in order:
            with tf.GradientTape() as tape:
                outputs = forward(tf.gather(X, rows, batch_dims=1), variables, tf.nn.relu)
                # A sum over tables keeps the networks apart: each weight gets its own network's gradient.
                total = tf.reduce_mean(loss(tf.gather(T, rows, batch_dims=1), outputs)) * len(xs)
            optimizer.apply(tape.gradient(total, variables), variables)

    passes = [-(-n_steps * batch_size // len(x)) for x in xs]
    orders = [
        np.concatenate([rng.permutation(len(x)) for _ in range(count)])[: n_steps * batch_size].reshape(
            n_steps, batch_size
        )
        for rng, x, count in zip(rngs, xs, passes, strict=True)
    ]
    run(tf.constant(np.stack(orders, axis=1)))
    trained = [[variable[place].numpy() for variable in variables] for place in range(len(xs))]
    positive = lambda x: np.maximum(x, 0)

    def outputs_of(tables):
        padded = [np.pad(x, ((0, 0), (0, sizes[1] - x.shape[1]))) for x in tables]
        both = zip(padded, trained, targets, strict=True)
        return [forward(x, weights, positive)[:, : target.shape[1]] for x, weights, target in both]

    return outputs_of


def train_classifiers(xs, ys, fraud_weight=1.0, **options):
    """Networks that estimate the probability of fraud: a function, list of (n, d) -> list of (n,)."""

    def loss(y, z):
        return tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z) * (1 + (fraud_weight - 1) * y)

    outputs = train_networks(xs, [np.reshape(y, (-1, 1)) for y in ys], (32, 16), loss, **options)
    return lambda tables: [1 / (1 + np.exp(-z[:, 0].astype(float))) for z in outputs(tables)]


def over_studies(metric, all_scores, part="y_val"):
    """A metric on the validation rows of every study: an array (studies,)."""
    return np.array([metric(getattr(one, part), scores) for one, scores in zip(studies, all_scores, strict=True)])


with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, average_precision):
    xs, ys, xs_val = ([getattr(one, name) for one in studies] for name in ("x", "y", "x_val"))
    plain_network = train_classifiers(xs, ys)
    val_scores = {"plain": plain_network(xs_val)}
    for name, metric in (("AUC", roc_auc_score), ("average precision", average_precision)):
        print(f"{name:18} {mean_interval(over_studies(metric, val_scores['plain']))}")
    if study.best is None:
        print("No best possible score: a table of your own, or rows that have lost their index labels.")
    else:
        best = over_studies(average_precision, [one.best for one in studies])
        print(f"… of the best possible model {mean_interval(best)}")
        claim(
            "nobody knows all: the network stays below the best possible",
            best - over_studies(average_precision, val_scores["plain"]),
        )

# %% [markdown]
# **Explain.** The network stays well below what is possible, so there is something left to learn; but nothing will reach 1. Honest claims that look like frauds exist, and frauds that look honest. Without the ceiling one would not know whether a low number shames the model or the world.

# %% [markdown]
# ### Written answer 2  ·  3 points
#
# From a group's report: "Our network reaches an accuracy of 99.1 % and an AUC of 0.86 on the validation rows, so it detects 86 % of the frauds with an error of 0.9 %. Model B has an AUC of 0.84 and was discarded." Say what is wrong with each statement, and which numbers you would ask for instead.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_baseline", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** 99.1 % is hardly more than the 99 % of flagging nothing; the network may have found not a single fraud. An AUC of 0.86 is no recall: it is the chance that a random fraud gets a higher score than a random honest claim, over all thresholds, most of which nobody would use. And 0.84 against 0.86 on some twenty frauds is far within the noise, so B was discarded by luck. I would ask for precision and recall at the threshold in use (or among the claims that can be investigated), the average precision beside the share of frauds, what it costs, all with intervals (bootstrap, or over splits), and the difference of A and B on the same rows with its interval.
#
# **Rubric**
# - 1 point: accuracy compared with "all honest".
# - 1 point: what AUC means, or that it is no recall at any threshold.
# - 0.5 points: the difference of two models needs an interval (on the same rows).
# - 0.5 points: names precision, recall, average precision, precision at k or cost as what to report.
# ### END SOLUTION

# %% [markdown]
# ## 4 · Making frauds  ·  45 min
#
# If frauds are too few, make more? Four ideas, all for the **training rows only**:
#
# - **class weights**: each fraud counts as much as several rows (Keras: `fit(class_weight={0: 1, 1: 10})`);
# - **oversampling**: repeat frauds; **undersampling**: leave out honest claims (99 % of what one knows about them);
# - **SMOTE**: *synthetic* frauds. Take a fraud $x$ and one of its $k$ nearest other frauds $x'$, and put a new row somewhere on the line between them:
#
# $$x_\text{new} = x + \lambda\,(x' - x), \qquad \lambda \text{ uniform in } [0, 1], \text{ one number for the whole row}$$
#
# > **Predict.** What does SMOTE assume about the space between two frauds?

# %% [markdown]
# ### Exercise 7 — `smote`  ·  6 points
#
# For each new row draw the start from all rows of the minority, then one of its `k` nearest *others* (itself is not among them; with fewer than `k` others, any of them), then λ. `cdist(A, B)` gives the matrix of distances.


# %% nbgrader={"grade": false, "grade_id": "smote", "locked": false, "schema_version": 3, "solution": true, "task": false}
def smote(X_minority, n_new, k, rng):
    """Synthetic rows between rows of the minority and their neighbours.

    X_minority: (m, d), m >= 2; n_new: how many to make, may be 0; k: number of neighbours; rng: np.random.Generator.
    Returns (n_new, d).
    """
    ### BEGIN SOLUTION
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)  # itself comes last
    neighbours = np.argsort(distances, axis=1)[:, :-1]
    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(min(k, neighbours.shape[1]), size=n_new)]
    shares = rng.random((n_new, 1))
    return X_minority[starts] + shares * (X_minority[ends] - X_minority[starts])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_smote", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(smote, points=6)
eight_frauds = np.random.default_rng(34).normal(size=(8, 3)) * [1, 5, 0.2]


def made(rows, n_new, k, seed=6):
    """The learner's new rows as floats (n_new, d)."""
    got = smote(rows.copy(), n_new, k, np.random.default_rng(seed))
    check.holds(got is not None, "got None: return the new rows")
    check.holds(
        np.shape(got) == (n_new, rows.shape[1]), f"expected shape {(n_new, rows.shape[1])}, got {np.shape(got)}"
    )
    return np.asarray(got, dtype=float)


def on_ways(new, rows, k):
    """Which new row lies on the line from which row to which of its k nearest others, and how far along it.

    Returns starts (w,), on (n_new, w) booleans, shares (n_new, w), for all w = m k ways.
    """
    apart = cdist(rows, rows) + np.diag(np.full(len(rows), np.inf))
    starts, places = np.divmod(np.arange(len(rows) * k), k)
    way = rows[np.argsort(apart, axis=1)[starts, places]] - rows[starts]
    offset = new[:, None] - rows[starts]
    shares = (offset * way).sum(axis=2) / (way**2).sum(axis=1)
    off = np.abs(offset - shares[..., None] * way).max(axis=2)
    return starts, off < 1e-5 * np.abs(rows).max(), shares


def inside(shares):
    return (shares > -1e-6) & (shares < 1 + 1e-6)


with check("as many rows as asked for, also none"):
    made(eight_frauds, 40, 2)
    made(eight_frauds, 0, 2)
with check("every new row lies on the way from one row to another"):
    new_rows = made(eight_frauds, 60, 2)
    _, on, shares = on_ways(new_rows, eight_frauds, 7)
    check.holds(on.any(axis=1).all(), "some lie beside every line between two rows: one λ for the whole row")
    check.holds((on & inside(shares)).any(axis=1).all(), "some lie beyond the ends: λ must be between 0 and 1")
with check("the other row is one of the k nearest"):
    for k in (1, 2, 3):
        _, on, shares = on_ways(made(eight_frauds, 60, k), eight_frauds, k)
        check.holds(
            (on & inside(shares)).any(axis=1).all(), f"some lie on the way to a row that is not among the {k} nearest"
        )
with check("the new rows are new"):
    distance = cdist(made(eight_frauds, 60, 2), eight_frauds).min(axis=1)
    check.holds((distance > 1e-9).all(), f"{np.sum(distance <= 1e-9)} of 60 are copies: a row is not its own neighbour")
with check("fewer others than k"):
    three = eight_frauds[:3]
    _, on, shares = on_ways(made(three, 100, 10), three, 2)
    check.holds((on & inside(shares)).any(axis=1).all(), "with 2 others they are the neighbours, whatever k")
    check.holds((cdist(made(three, 50, 10), three).min(axis=1) > 1e-9).all(), "a row is not its own neighbour")
    _, on, shares = on_ways(made(three[:2], 40, 5), three[:2], 1)
    check.holds((on & inside(shares)).any(axis=1).all(), "two rows: everything lies between them")
with check("the inputs are left alone"):
    check.unchanged(lambda rows: smote(rows, 5, 2, np.random.default_rng(0)), eight_frauds)
### BEGIN HIDDEN TESTS
with check("every row is a start, every one of its k neighbours an end"):
    starts, on, shares = on_ways(made(eight_frauds, 800, 3), eight_frauds, 3)
    used = (on & inside(shares)).any(axis=0)
    check.holds(all(used[starts == row].any() for row in range(8)), "some rows never serve as a start: draw from all")
    check.holds(used.all(), "some of the k neighbours are never used: draw one of them")
    _, on, shares = on_ways(made(eight_frauds[:3], 300, 10), eight_frauds[:3], 2)
    check.holds((on & inside(shares)).any(axis=0).all(), "with 2 others and k = 10 both are neighbours")
with check("λ is spread evenly over [0, 1]"):
    near, on, shares = on_ways(made(eight_frauds, 800, 1), eight_frauds, 1)
    lam = shares[np.arange(800), np.argmax(on & inside(shares), axis=1)]
    low, middle, high = (np.mean((lam > a) & (lam <= b)) for a, b in ((0, 0.25), (0.25, 0.75), (0.75, 1)))
    spread = f"{low:.0%} below a quarter, {middle:.0%} in the middle half, {high:.0%} above three quarters"
    check.holds(min(low, high) > 0.15 and 0.4 < middle < 0.6, f"λ is not even: {spread}")
with check("the rows differ from each other"):
    different = len(np.unique(made(eight_frauds, 100, 2).round(9), axis=0))
    check.holds(different > 95, f"only {different} of 100 differ: draw start, neighbour and λ for each row")
with check("many columns"):
    wide = np.random.default_rng(35).normal(size=(20, 40))
    _, on, shares = on_ways(made(wide, 100, 5), wide, 5)
    check.holds((on & inside(shares)).any(axis=1).all(), "some lie on no way to one of the 5 nearest others")
with check("chance comes from rng"):
    np.random.seed(1)
    once = made(eight_frauds, 20, 3, seed=7)
    np.random.seed(2)
    check.expect(lambda: made(eight_frauds, 20, 3, seed=7), once)
    check.holds(not np.allclose(made(eight_frauds, 20, 3, seed=8), once), "another rng gave the same rows")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ### Exercise 8 — `resample_train`  ·  4 points
#
# Add synthetic frauds, made by your `smote` with `k = 5` from the frauds alone, until (frauds) / (honest claims) = `ratio`. That is a **ratio**, and no share: a ratio of 1 means as many frauds as honest claims, half of all. (imbalanced-learn's `sampling_strategy` is the same ratio, and misread as often.) All original rows stay. A number that does not come out even is rounded. Where there are enough frauds already, nothing is added.


# %% nbgrader={"grade": false, "grade_id": "resample_train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def resample_train(X_train, y_train, ratio, rng):
    """The training rows with synthetic frauds, so many that frauds / honest claims = ratio.

    X_train: (n, d); y_train: (n,), 1 for the frauds, which are the minority; 0 < ratio <= 1; rng: np.random.Generator.
    Returns X, y: all rows that were there and the new ones.
    """
    ### BEGIN SOLUTION
    fraud = np.asarray(y_train, dtype=bool)
    n_new = max(0, round(ratio * np.sum(~fraud)) - np.sum(fraud))
    X_new = smote(X_train[fraud], n_new, 5, rng)
    return np.concatenate([X_train, X_new]), np.append(y_train, np.full(n_new, 1))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_resample_train", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(resample_train, points=4)


def half_way(X_minority, n_new, k, rng):
    """Stands in for your smote here, so that a slip there costs nothing here: rows half-way between two others."""
    half_way.given.append((np.array(X_minority), k))
    return np.asarray(X_minority)[rng.integers(len(X_minority), size=(2, n_new))].mean(axis=0)


def resampled(X, y, ratio, seed=10, hand_out=copies):
    """The learner's X and y, with `half_way` in the place of smote."""
    half_way.given, learners_smote = [], globals()["smote"]
    globals()["smote"] = half_way
    try:
        got = resample_train(*hand_out(X, y), ratio, np.random.default_rng(seed))
    finally:
        globals()["smote"] = learners_smote
    check.holds(isinstance(got, (tuple, list)) and len(got) == 2, "return a pair: X, y")
    X_all, y_all = map(np.asarray, got)
    fitting = X_all.ndim == 2 and X_all.shape[1] == X.shape[1] and y_all.shape == (len(X_all),)
    check.holds(fitting, f"got shapes {X_all.shape} and {y_all.shape}: X (n, {X.shape[1]}) and y (n,)")
    return X_all, y_all


def fraud_and_honest(y_all):
    return [int(np.sum(y_all == 1)), int(np.sum(y_all == 0))]


rare_labels = (np.arange(110) % 11 == 4).astype(int)  # 10 frauds, 100 honest claims
rare_rows = np.column_stack([np.arange(110.0), np.where(rare_labels == 1, 50.0 + np.arange(110) / 10, -1.0)])
with check("10 frauds, 100 honest claims, ratio 0.5: 50 frauds"):
    check.expect(
        lambda: fraud_and_honest(resampled(rare_rows, rare_labels, 0.5)[1]),
        [50, 100],
        mistakes={
            "ratio was read as the share of all rows: it is frauds / honest claims": [100, 100],
            "ratio × honest claims were added: that is how many there should be": [60, 100],
            "ratio × all rows: only the honest claims count": [55, 100],
            "honest claims were left out to reach the ratio: add frauds": [10, 20],
            "the original frauds are missing": [40, 100],
        },
    )
with check("all original rows stay, with their labels"):
    X_all, y_all = resampled(rare_rows, rare_labels, 0.5)
    for value, name in ((0, "honest claims"), (1, "frauds")):
        there = {tuple(row) for row in X_all[y_all == value]}
        lost = sum(tuple(row) not in there for row in rare_rows[rare_labels == value])
        check.holds(not lost, f"{lost} of the original {name} are gone or have another label")
with check("the new rows are made of frauds, by your smote"):
    X_all, y_all = resampled(rare_rows, rare_labels, 0.3)
    check.holds(X_all[y_all == 1, 1].min() >= 50, "new rows lie among the honest claims: give smote the frauds only")
    check.holds(len(half_way.given) > 0, "no call of smote: make the new rows with it")
with check("the inputs are left alone"):
    check.unchanged(lambda X, y: resampled(X, y, 0.5, hand_out=lambda *both: both), *copies(rare_rows, rare_labels))
### BEGIN HIDDEN TESTS
with check("other ratios: 1 is as many frauds as honest claims"):
    for ratio, frauds in ((1.0, 100), (0.25, 25), (0.11, 11)):
        check.expect(lambda ratio=ratio: fraud_and_honest(resampled(rare_rows, rare_labels, ratio)[1]), [frauds, 100])
with check("enough frauds already: nothing is added, nothing is lost"):
    for ratio in (0.1, 0.05):
        X_all, y_all = resampled(rare_rows, rare_labels, ratio)
        check.expect(fraud_and_honest(y_all), [10, 100])
        check.expect(np.sort(X_all[:, 0]), np.arange(110.0))
with check("smote gets all frauds, no honest claim, and k = 5"):
    resampled(rare_rows, rare_labels, 0.5)
    given, neighbours = half_way.given[0]
    check.expect(np.sort(given[:, 0]), rare_rows[rare_labels == 1, 0])
    check.expect(neighbours, 5)
with check("chance comes from rng"):
    np.random.seed(1)
    once = resampled(rare_rows, rare_labels, 0.5, seed=11)[0]
    np.random.seed(2)
    check.expect(lambda: resampled(rare_rows, rare_labels, 0.5, seed=11)[0], once)
    check.holds(not np.array_equal(resampled(rare_rows, rare_labels, 0.5, seed=12)[0], once), "pass rng on to smote")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# A picture in two dimensions, then what happens to real columns: imbalanced-learn's `SMOTE` beside yours, and `SMOTENC`, which takes a category from the neighbours by vote instead of averaging it.

# %% tags=["demo"]
from imblearn.over_sampling import SMOTE, SMOTENC

with needs(smote):
    rng = np.random.default_rng(3)
    angle = np.linspace(0, np.pi, 14)
    few = np.column_stack([np.cos(angle), np.sin(angle)]) + rng.normal(0, 0.08, (14, 2))
    figure, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
    for ax, k in zip(axes, (2, 13), strict=True):
        ax.plot(*smote(few, 300, k, rng).T, ".", markersize=3, label="synthetic")
        ax.plot(*few.T, "o", markersize=6, label="frauds")
        ax.set(xlabel="first feature", title=f"k = {k}")
    axes[0].set_ylabel("second feature")
    axes[0].legend(fontsize=8, loc="lower center")
    plots.show(
        figure,
        "Fourteen frauds on a half circle. With k = 2 the synthetic points lie on short lines along the circle; with "
        "k = 13 they lie on all lines between any two frauds and fill the inside of the half circle.",
    )

# %% tags=["demo"]
with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, smote, resample_train):
    ratio_now = np.mean(study.y == 1) / np.mean(study.y == 0)
    ratio = min(1, max(0.5, 1.5 * ratio_now))  # 0.5 but where the table has more frauds from the start
    enlarged = resample_train(study.x, study.y, ratio, np.random.default_rng(SEED))[1]
    theirs = SMOTE(sampling_strategy=ratio, random_state=SEED).fit_resample(study.x, study.y)[1]
    for name, y in (("yours", enlarged), ("imbalanced-learn's", theirs)):
        print(f"ratio {ratio:.2g}, {name:18}: {np.sum(y == 1):,} frauds, {np.mean(y == 1):.0%} of all rows")

    kinds = data.column_kinds(study.train, LABEL)
    indicators = [place for place in range(study.x.shape[1]) if len(np.unique(study.x[:, place])) == 2]
    frauds = study.x[study.y == 1]
    synthetic = smote(frauds, 1000, 5, np.random.default_rng(SEED))
    if not (indicators and kinds["categories"] and kinds["numbers"]):
        print("This table has no categories beside numbers, so nothing can become fractional.")
    else:
        values = [np.unique(study.x[:, place]) for place in indicators]
        whole = [
            np.isin(synthetic[:, place].astype("float32"), both) for place, both in zip(indicators, values, strict=True)
        ]
        print(
            f"SMOTE on zeros and ones: {1 - np.all(whole, axis=0).mean():.0%} of the synthetic frauds are half a category somewhere"
        )
        raw = as_numbers(study.train, {"numbers": kinds["numbers"], "dates": []}).fillna(0)
        codes = [pd.factorize(study.train[name])[0] for name in kinds["categories"]]
        table = np.column_stack([raw, *codes])
        sampler = SMOTENC(
            categorical_features=list(range(raw.shape[1], table.shape[1])),
            sampling_strategy=min(1, max(0.1, 1.5 * ratio_now)),
            random_state=SEED,
        )
        made_by_vote = sampler.fit_resample(table, study.y)[0][len(table) :, raw.shape[1] :]
        print(f"SMOTENC: {np.mean(made_by_vote % 1 != 0):.0%} of the synthetic categories are no whole category")

# %% [markdown]
# **Explain.** SMOTE assumes that between two similar frauds lies fraud. With few neighbours that may be so; with many it fills the hollow, where the honest claims live. And on one-hot columns it invents claims that are 40 % a theft and 60 % a collision. A network digests that; a rule or a tree learns to recognise the fractions, that is, the forgery.
#
# ### The trap: validating on resampled rows
#
# The next cell does on purpose what several published solutions of this assignment did by mistake: first SMOTE, then a split of the enlarged table into training and validation rows.
#
# > **Predict.** The AUC on validation rows that were split off *after* SMOTE, and that of the same network on untouched validation rows?

# %% tags=["demo"]
with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, smote, resample_train):
    flattering, rest = [], []
    for seed, one in zip(SEEDS, studies, strict=True):
        rng = np.random.default_rng(seed)
        X_large, y_large = resample_train(one.x, one.y, 1.0, rng)
        here = rng.random(len(X_large)) < 0.2  # the mistake: rows between these and the others were made before
        flattering.append((np.asarray(X_large[here], "float32"), y_large[here]))
        rest.append((np.asarray(X_large[~here], "float32"), y_large[~here]))
    misled = train_classifiers(*zip(*rest, strict=True))
    on_resampled = [
        roc_auc_score(y, s) for (_, y), s in zip(flattering, misled([x for x, _ in flattering]), strict=True)
    ]
    val_scores["SMOTE, misled"] = misled(xs_val)
    on_untouched = over_studies(roc_auc_score, val_scores["SMOTE, misled"])

    figure, ax = plt.subplots(figsize=(6.4, 2.6))
    for place, values in enumerate((on_untouched, on_resampled)):
        ax.plot(values, np.full(len(values), place), "o", alpha=0.6)
    ax.set_yticks((0, 1), ("untouched rows", "resampled rows"))
    ax.set(xlabel="AUC of the same ten networks", ylim=(-0.5, 1.5), xlim=(0.5, 1.01))
    plots.show(
        figure,
        "Area under the ROC curve of ten networks: on resampled validation rows all lie just below 1, on untouched "
        "validation rows they lie scattered far lower.",
    )
    print(f"AUC on resampled rows {mean_interval(on_resampled)}, on untouched rows {mean_interval(on_untouched)}")
    claim("validating on resampled rows flatters", np.array(on_resampled) - on_untouched)

# %% [markdown]
# **Explain.** Every synthetic row lies on a line between two frauds; some of its relatives are in the training part, some in the validation part. The network has learnt 66 frauds nearly by heart and recognises their mixtures. The untouched rows tell how it will fare with *new* frauds. So: **split first, and resample only what trains.** The same holds for undersampling and for weights: rows that judge stay as life made them, 1 % and all.

# %% [markdown]
# ## 5 · The network again, and what a flag costs  ·  45 min
#
# Now the fair comparison: four networks that differ in nothing but their training rows, all judged on the same untouched validation rows.
#
# > **Predict.** Which of the four will rank best: plain, class weights, undersampling, SMOTE? And which of them will give the most honest *probabilities*?

# %% tags=["demo"]
with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, average_precision, smote, resample_train):
    enlarged, thinned = [], []
    for seed, one in zip(SEEDS, studies, strict=True):
        rng = np.random.default_rng(seed)
        X_large, y_large = resample_train(one.x, one.y, 1.0, rng)
        enlarged.append((np.asarray(X_large, "float32"), y_large))
        honest = rng.permutation(np.flatnonzero(one.y == 0))[: 5 * int(one.y.sum())]
        kept = np.concatenate([honest, np.flatnonzero(one.y == 1)])
        thinned.append((one.x[kept], one.y[kept]))
    networks = {
        "plain": plain_network,
        "class weights": train_classifiers(xs, ys, fraud_weight=(1 - study.y.mean()) / study.y.mean()),
        "undersampling": train_classifiers(*zip(*thinned, strict=True), n_steps=80),
        "SMOTE": train_classifiers(*zip(*enlarged, strict=True)),
    }
    rows, overstated = [], {}
    precision_of_plain = over_studies(average_precision, val_scores["plain"])
    for name, network in networks.items():
        val_scores[name] = network(xs_val)
        precisions = over_studies(average_precision, val_scores[name])
        overstated[name] = over_studies(lambda y, s: s.mean() / y.mean(), val_scores[name])
        auc = over_studies(roc_auc_score, val_scores[name])
        numbers = auc, precisions, precisions - precision_of_plain, overstated[name]
        rows.append([name, *(str(mean_interval(values)) for values in numbers)])
    columns = ["training rows", "AUC", "average precision", "… minus plain", "mean score / share of frauds"]
    print(pd.DataFrame(rows, columns=columns).to_string(index=False))
    for name in list(networks)[1:]:
        claim(f"{name}: the scores overstate the probability of fraud", overstated[name] - 1)

# %% [markdown]
# **Explain.** Read the column of differences before you praise a sampler: no interval lies above 0, so these ten tables do not show that any of them helps the ranking. (SMOTE up to a ratio of 1 makes a hundred mixtures of each fraud; the network learns them by heart, and new frauds suffer.) What all of them do change is the *scale*: who was trained on many frauds believes in many frauds. The scores are no probabilities any more. That would not matter if one knew where to cut.
#
# ### Where to cut
#
# A flag on an honest claim costs an investigation, $c_\text{FP}$; a fraud without a flag costs its payment, $c_\text{FN}$. Flag a claim when its score is **at least** the threshold $t$. The mean cost per claim is
#
# $$C(t) = \frac1n \left( c_\text{FP} \cdot \text{false alarms}(t) + c_\text{FN} \cdot \text{misses}(t) \right).$$
#
# With scores that are true probabilities the best threshold would be $c_\text{FP} / (c_\text{FP} + c_\text{FN})$. With any other scores, try: between two neighbouring scores nothing changes, so the scores themselves are all the thresholds worth trying, and $+\infty$: flag nobody.
#
# The threshold is *chosen*, like a weight or a number of epochs. So it is chosen on validation rows, and the number that you report comes from rows that chose nothing.

# %% [markdown]
# ### Exercise 9 — `best_threshold`  ·  5 points
#
# Write both functions. Any threshold that reaches the lowest possible cost is right.


# %% nbgrader={"grade": false, "grade_id": "best_threshold", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    """Mean cost per claim when claims with a score of at least the threshold are flagged.

    y: (n,) labels, 1 for a fraud; scores: (n,) floats; cost_fp, cost_fn: of a false alarm and of a missed fraud.
    Returns a number.
    """
    ### BEGIN SOLUTION
    flagged = np.asarray(scores) >= threshold
    return np.mean(np.where(y, cost_fn * ~flagged, cost_fp * flagged))
    ### END SOLUTION


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    """A threshold of lowest mean cost on the validation rows; may be infinite.

    y_val: (n,) labels; scores_val: (n,) floats of any range; cost_fp, cost_fn: as in expected_cost.
    Returns a number.
    """
    ### BEGIN SOLUTION
    # Lowering the threshold pays only where it catches one more fraud.
    candidates = np.append(scores_val[np.asarray(y_val, dtype=bool)], np.inf)
    costs = [expected_cost(y_val, scores_val, threshold, cost_fp, cost_fn) for threshold in candidates]
    return candidates[np.argmin(costs)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_best_threshold", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(expected_cost, best_threshold, points=5)


def cost_at(threshold, y, scores, cost_fp, cost_fn):
    """The mean cost at a threshold, and nobody else's code."""
    flagged = np.asarray(scores) >= threshold
    return (cost_fp * flagged[y == 0].sum() + cost_fn * (~flagged[y == 1]).sum()) / len(y)


def reached(y, scores, cost_fp, cost_fn):
    """The mean cost at the learner's threshold."""
    threshold = best_threshold(y.copy(), scores.copy(), cost_fp, cost_fn)
    check.holds(threshold is not None and np.ndim(threshold) == 0, f"return one number (got {threshold!r})")
    check.holds(not np.isnan(float(threshold)), "got NaN for a threshold")
    return cost_at(float(threshold), y, scores, cost_fp, cost_fn)


def lowest(y, scores, cost_fp, cost_fn):
    return min(cost_at(threshold, y, scores, cost_fp, cost_fn) for threshold in [*scores, np.inf])


six_claims, six_risks = np.array([0, 0, 0, 1, 0, 1]), np.array([0.1, 0.2, 0.3, 0.36, 0.6, 0.9])
with check("expected_cost: two false alarms at 2, no miss at 7, six claims"):
    check.expect(
        lambda: expected_cost(*copies(six_claims, six_risks), 0.3, 2, 7),
        4 / 6,
        mistakes={
            "a score equal to the threshold is flagged too: at least, not above": 2 / 6,
            "the two costs are swapped": 14 / 6,
            "the sum: divide by the number of claims": 4.0,
            "divide by all claims, not by the flagged ones": 1.0,
            "a claim is flagged when its score is high": (2 * 2 + 2 * 7) / 6,
            "found frauds were charged as false alarms": 8 / 6,
            "one cost for both kinds of errors": 2 / 6 * 7,
        },
    )
    check.expect(lambda: expected_cost(*copies(six_claims, six_risks), 0.95, 2, 7), 14 / 6)
with check("best_threshold: the lowest cost on six claims"):
    check.expect(
        lambda: reached(six_claims, six_risks, 2, 7),
        2 / 6,
        mistakes={
            "0.5 is no law: try the scores": 9 / 6,
            "the two costs are swapped": 7 / 6,
            "one score too low, or the formula for true probabilities; these are none, so try them": 4 / 6,
            "nobody is flagged": 14 / 6,
            "everybody is flagged": 8 / 6,
        },
    )
    check.expect(
        lambda: reached(six_claims, 100 * six_risks - 7, 2, 7),
        2 / 6,
        mistakes={"scores may have any range: try the scores themselves": 8 / 6},
    )
with check("frauds that do not pay: flag nobody, with an infinite threshold if need be"):
    check.expect(
        lambda: reached(np.array([1, 0, 0, 0, 0]), np.array([0.1, 0.4, 0.4, 0.6, 0.9]), 150, 100),
        20.0,
        mistakes={
            "the highest score is flagged though it costs more than it saves": 50.0,
            "the formula for true probabilities; these scores are none, so try them": 80.0,
        },
    )
with check("the inputs are left alone"):
    check.unchanged(lambda y, scores: best_threshold(y, scores, 2, 7), six_claims, six_risks)
### BEGIN HIDDEN TESTS
with check("expected_cost by definition, on many rows"):
    rng = np.random.default_rng(36)
    many_labels, many_scores = (rng.random(300) < 0.2).astype(int), rng.normal(size=300).round(1)
    for threshold, cost_fp, cost_fn in ((0.3, 1, 1), (-0.5, 150, 3600), (many_scores[4], 0.5, 3.5), (np.inf, 1, 4)):
        want = cost_at(threshold, many_labels, many_scores, cost_fp, cost_fn)
        check.expect(lambda t=threshold, a=cost_fp, b=cost_fn: expected_cost(many_labels, many_scores, t, a, b), want)
with check("scores of any range: negative, large, a millionth apart"):
    informed = many_scores + many_labels
    for scores in (informed, 1e4 * informed + 5e5, 0.5 + 1e-6 * informed, np.exp(informed) / 1e4):
        for cost_fp, cost_fn in ((150, 3600), (1, 1), (2, 1)):
            want = lowest(many_labels, scores, cost_fp, cost_fn)
            check.expect(lambda s=scores, a=cost_fp, b=cost_fn: reached(many_labels, s, a, b), want, rtol=1e-9)
with check("all scores equal, no fraud, nothing but frauds"):
    check.expect(lambda: reached(six_claims, np.full(6, 0.4), 1, 1), 2 / 6)
    check.expect(lambda: reached(six_claims, np.full(6, 0.4), 1, 9), 4 / 6)
    check.expect(lambda: reached(np.zeros(4, int), np.arange(4.0), 1, 9), 0.0)
    check.expect(lambda: reached(np.ones(4, int), np.arange(4.0), 1, 9), 0.0)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** An investigation costs 150, a missed fraud 3,600. Below 0.5, above or at it: where does the cheapest threshold of the plain network lie, where that of the SMOTE network? Which of the two is cheaper, each at its own?

# %% tags=["demo"]
COST_FP, COST_FN = 150, 3600

with needs(
    clean_claims,
    split_claims,
    fit_preprocessor,
    apply_preprocessor,
    average_precision,
    smote,
    resample_train,
    expected_cost,
    best_threshold,
):
    figure, ax = plt.subplots()
    thresholds = np.linspace(0.002, 0.998, 250)
    for name in ("plain", "SMOTE"):
        scores = val_scores[name][0]
        curve = [expected_cost(study.y_val, scores, t, COST_FP, COST_FN) for t in thresholds]
        (line,) = ax.plot(thresholds, curve, label=name)
        cut = best_threshold(study.y_val, scores, COST_FP, COST_FN)
        ax.plot(cut, expected_cost(study.y_val, scores, cut, COST_FP, COST_FN), "o", color=line.get_color())
    ax.axhline(COST_FN * study.y_val.mean(), color="0.5", linestyle=":", label="flag nobody")
    ax.set(xlabel="threshold", ylabel="cost per claim", title="first study, validation rows")
    ax.legend()
    plots.show(
        figure,
        "Cost per claim against the threshold: for the plain network lowest at a small threshold and then rising to the "
        "cost of flagging nobody; the SMOTE network's curve stays flat over a wide range; both lowest points are marked.",
    )

    # Each half of the validation rows chooses the threshold by which the other half is judged.
    saved, chosen = {}, {}
    for name in networks:
        costs = {"at 0.5": [], "chosen": []}
        for seed, one, scores in zip(SEEDS, studies, val_scores[name], strict=True):
            half = np.random.default_rng(seed).permutation(len(one.y_val)) % 2 == 0
            both = {"at 0.5": [], "chosen": []}
            for choose, judge in ((half, ~half), (~half, half)):
                cut = best_threshold(one.y_val[choose], scores[choose], COST_FP, COST_FN)
                for rule, threshold in (("at 0.5", 0.5), ("chosen", cut)):
                    both[rule].append(expected_cost(one.y_val[judge], scores[judge], threshold, COST_FP, COST_FN))
            for rule in costs:
                costs[rule].append(np.mean(both[rule]))
        saved[name], chosen[name] = np.subtract(costs["at 0.5"], costs["chosen"]), np.array(costs["chosen"])
        texts = [f"{rule} {mean_interval(values)}" for rule, values in costs.items()]
        dearer = f", dearer than plain by {mean_interval(chosen[name] - chosen['plain'])}" if name != "plain" else ""
        print(f"{name:14} cost per claim, threshold {', '.join(texts)}{dearer}")
    claim("choosing the threshold makes the plain network cheaper", saved["plain"])

# %% [markdown]
# **Explain.** At 0.5 the plain network flags hardly anybody and costs about as much as no network. With a chosen threshold nothing here is shown to beat it: not the others at theirs (the last column), nor at 0.5. Most of what samplers are praised for is a threshold in disguise. They gain little from choosing: training on more frauds has already moved the useful threshold towards 0.5, and the few frauds in half of the validation rows choose badly. (Who may not move the threshold, because somebody has fixed 0.5, does gain from them.)

# %% [markdown]
# ### Written answer 3  ·  4 points
#
# Another group: "We tried five samplers and three ratios; on the test rows, SMOTE with `sampling_strategy=0.5` was best, so half of our training rows are frauds. To validate, we put 20 % of the resampled rows aside: AUC 0.996. On the test rows it is 0.743, because the test rows are from another period." Find at least three errors, say for each what it does to the numbers, and how you would run the study.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_resampling", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (1) The sampler was chosen on the test rows: of fifteen tries the best is partly luck, and the test rows can no longer say how good it is; choose on validation rows. (2) 0.5 is a ratio: one fraud for two honest claims, a third of the rows, not half. (3) The validation rows were split off after resampling, so mixtures of training frauds stand among them, and a third of them are frauds: 0.996 is memory. (4) The drop to 0.743 needs no other period to explain it; the split after resampling does. To claim a shift one would compare untouched validation rows with test rows. I would split first, resample the training part only, compare the samplers on untouched validation rows by average precision over several splits with intervals, choose the threshold there, and open the test rows once.
#
# **Rubric**
# - 1 point for each of three errors with its effect (chosen on the test rows; ratio is no share; validation after resampling; invented explanation; AUC alone at 1 %; no interval).
# - 1 point: the right order: split, resample the training rows only, choose on untouched validation rows, test once.
# ### END SOLUTION

# %% [markdown]
# ## 6 · Only honest claims  ·  15 min
#
# What if nobody had labelled a fraud? A **one-class** study learns what honest claims look like and calls everything else strange. Its split follows from that:
#
# | rows | honest | frauds | for |
# |---|---|---|---|
# | training | yes | **no** | learn what is normal |
# | validation | yes | yes | choose threshold (and width, epochs) |
# | test | yes | yes | report, once |
#
# Frauds among the training rows would be learnt as normal. In life some always are, those that nobody detected (here one in two hundred "honest" claims); one should not add the known ones.
#
# Lab 7 built the autoencoder; here it is given, compiled. Yours is the training.

# %% nbgrader={"grade": false, "grade_id": "autoencoder_tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
TRAINING = {"batch_size": 64, "epochs": 15, "verbose": 0}


def new_autoencoder(n_inputs, n_code):
    """An untrained autoencoder, compiled: n_inputs - 24 - n_code - 24 - n_inputs, ReLU in the wide layers."""
    wide = [keras.layers.Dense(24, activation="relu") for _ in range(2)]
    layers = [keras.Input((n_inputs,)), wide[0], keras.layers.Dense(n_code), wide[1], keras.layers.Dense(n_inputs)]
    model = keras.Sequential(layers)
    model.compile(keras.optimizers.Adam(0.005), loss="mean_squared_error")
    return model


# %% [markdown]
# ### Exercise 10 — `fit_one_class`  ·  4 points
#
# Train a new autoencoder on the legitimate rows, target: the rows themselves. `model.fit(…, **TRAINING)` will do. (You may build your own; it must take and return d numbers, with a narrowest layer of `n_code`.)


# %% nbgrader={"grade": false, "grade_id": "fit_one_class", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit_one_class(X_train, y_train, n_code):
    """An autoencoder that has been trained on the legitimate rows only.

    X_train: (n, d) floats, standardised; y_train: (n,), 1 for a fraud; n_code: numbers in the code, less than d.
    Returns the trained Keras model, (n, d) -> (n, d).
    """
    ### BEGIN SOLUTION
    honest = X_train[~np.asarray(y_train, dtype=bool)]
    autoencoder = new_autoencoder(honest.shape[1], n_code)
    autoencoder.fit(honest, honest, **TRAINING)
    return autoencoder
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fit_one_class", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(fit_one_class, points=4)
one_class_labels = (np.arange(640) % 5 == 2).astype(int)


def one_class_rows(fraud_size, n_columns=6, seed=37):
    """Honest rows along one direction, frauds along another one: (640, n_columns) float32."""
    rng = np.random.default_rng(seed)
    honest_way, fraud_way = np.linalg.qr(rng.normal(size=(n_columns, 2)))[0].T
    along = np.where(one_class_labels[:, None] == 1, fraud_size * fraud_way, 2 * honest_way)
    return (rng.normal(size=(640, 1)) * along + 0.1 * rng.normal(size=(640, n_columns))).astype("float32")


def trained_model(rows, n_code=1):
    """The learner's model, when it is one that gives rows for rows."""
    keras.utils.set_random_seed(3)
    labels = one_class_labels[: len(rows)]
    given_rows, given_labels = copies(rows, labels)
    model = fit_one_class(given_rows, given_labels, n_code)
    kept = np.array_equal(given_rows, rows) and np.array_equal(given_labels, labels)
    check.holds(kept, "the arrays that were handed in have changed: work on copies")
    check.holds(isinstance(model, keras.Model), f"return the trained Keras model (got {type(model).__name__})")
    shape = tuple(model(rows[:4]).shape)
    check.holds(shape == (4, rows.shape[1]), f"the model must give rows for rows: got {shape} for {(4, rows.shape[1])}")
    return model


def lost_share(model, rows):
    """Squared error of the reconstructions as a share of the rows' own squares."""
    return float(np.mean((np.asarray(model(rows)) - rows) ** 2) / np.mean(rows**2))


trained = {}


def model_among(fraud_size):
    """The model of honest rows and frauds of that size, trained once."""
    if fraud_size not in trained:
        trained[fraud_size] = trained_model(one_class_rows(fraud_size))
    return trained[fraud_size]


two_ways = one_class_rows(6.0)
honest_rows, fraud_rows = two_ways[one_class_labels == 0], two_ways[one_class_labels == 1]
with check("a trained autoencoder: honest rows are rebuilt"):
    model = model_among(6.0)
    check.at_most(
        lambda: lost_share(model, honest_rows),
        0.5,
        "honest rows are rebuilt badly: train on them, rows are their own targets",
    )
with check("frauds have no part in the training: other frauds, the same model"):
    rebuilt, rebuilt_too = (np.asarray(model_among(fraud_size)(honest_rows)) for fraud_size in (6.0, 0.5))
    check.holds(
        np.abs(rebuilt - rebuilt_too).max() < 0.01,
        "the model changes with the frauds among the rows: train on the rows with y_train == 0 only",
    )
with check("the code has n_code numbers"):
    narrowest = min(min(weight.shape) for weight in model_among(6.0).weights if len(weight.shape) == 2)
    check.expect(narrowest, 1)
### BEGIN HIDDEN TESTS
with check("frauds are rebuilt badly"):
    model = model_among(6.0)
    check.at_least(
        lambda: lost_share(model, fraud_rows), 0.5, "frauds are rebuilt as well: they were among the training rows"
    )
with check("another width and another code"):
    wide_rows = one_class_rows(4.0, n_columns=9, seed=38)[:60]
    wide_model = trained_model(wide_rows, n_code=3)
    check.expect(min(min(weight.shape) for weight in wide_model.weights if len(weight.shape) == 2), 3)
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, fit_one_class):
    one_class = fit_one_class(study.x, study.y, 8)
    for name, y in (("training rows", study.y[study.y == 0]), ("validation rows", study.y_val)):
        print(f"{name:15} {np.sum(y == 0):5,} honest claims, {np.sum(y == 1):3} frauds")
    print(f"left out: the {np.sum(study.y == 1)} frauds of the training rows")

# %% [markdown]
# ## 7 · The error as a score  ·  15 min
#
# The mean squared difference between a claim and its reconstruction is the score: high where a claim is put together as honest ones are not. A third group belongs beside honest claims and frauds: **noise**, rows whose columns were shuffled among the honest ones, so that every value is normal and no combination is. If the autoencoder cannot even tell noise, it has learnt nothing.
#
# > **Predict.** Where will the frauds lie: with the noise, with the honest claims, or in between?


# %% tags=["demo"]
def rebuilt_badly(model, X):
    """Mean squared reconstruction error of each row (n,)."""
    return ((np.asarray(model(X)) - X) ** 2).mean(axis=1)


with needs(
    clean_claims,
    split_claims,
    fit_preprocessor,
    apply_preprocessor,
    average_precision,
    bootstrap_interval,
    fit_one_class,
):
    errors = rebuilt_badly(one_class, study.x_val)
    noise = np.random.default_rng(SEED).permuted(study.x_val[study.y_val == 0], axis=0)
    groups = {
        "honest": errors[study.y_val == 0],
        "frauds": errors[study.y_val == 1],
        "noise": rebuilt_badly(one_class, noise),
    }
    figure, ax = plt.subplots()
    low, high = (np.quantile(np.concatenate(list(groups.values())), share) for share in (0.001, 0.999))
    bins = np.geomspace(max(low, 1e-4), high, 28)
    for name, values in groups.items():
        ax.hist(values, bins, weights=np.full(len(values), 1 / len(values)), histtype="step", linewidth=1.8, label=name)
    ax.set(xscale="log", xlabel="reconstruction error of a claim", ylabel="share of the group")
    ax.legend()
    plots.show(
        figure,
        "Histograms of the reconstruction error, logarithmic axis: frauds overlap with the honest claims almost "
        "entirely; noise lies clearly further right.",
    )
    print(f"AUC                {with_interval(roc_auc_score, study.y_val, errors)}")
    print(f"average precision  {with_interval(average_precision, study.y_val, errors)}")
    against_noise = roc_auc_score(
        np.repeat([0, 1], [len(groups["honest"]), len(noise)]), np.append(groups["honest"], groups["noise"])
    )
    print(f"AUC, noise against honest claims {against_noise:.3f}")

# %% [markdown]
# **Explain.** The autoencoder does its work: it tells noise from claims. But fraud is not noise. A fraudster makes his claim look like any other, and what gives him away (a new policy, a high amount) is neither rare nor badly put together. *Strange* is a different question from *false*.

# %% [markdown]
# ## 8 · A rule, its rivals, and the test rows once  ·  45 min
#
# To make a rule of the error: choose its threshold with your `best_threshold` on validation rows. Beside it, a rival without labels, the **Isolation Forest**: random cuts through the table; a claim that is alone after few cuts is strange.
#
# A department does not think in thresholds. It can investigate $k$ of the claims that have come in (2,200 here, those of seven months) and asks: how many of these $k$ will be frauds? That is **precision at k**.

# %% tags=["demo"]
from sklearn.ensemble import IsolationForest, RandomForestClassifier
from sklearn.linear_model import LogisticRegression


def precision_at(k, y, scores):
    """The share of frauds among the k claims with the highest scores."""
    return np.mean(y[np.argsort(-scores, kind="stable")[:k]])


with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, average_precision):
    honest_only = [one.x[one.y == 0] for one in studies]
    rebuild = train_networks(honest_only, honest_only, (24, 8, 24), lambda x, x_hat: (x - x_hat) ** 2, lr=0.005)
    autoencoders = lambda tables: [((a - b) ** 2).mean(axis=1) for a, b in zip(rebuild(tables), tables, strict=True)]
    isolating = [
        IsolationForest(n_estimators=40, random_state=seed).fit(x) for seed, x in zip(SEEDS, honest_only, strict=True)
    ]
    isolation = lambda tables: [-forest.score_samples(x) for forest, x in zip(isolating, tables, strict=True)]
    without_labels = {"autoencoder": autoencoders, "Isolation Forest": isolation}
    figure, ax = plt.subplots()
    investigated = np.unique(np.geomspace(5, 500, 40).astype(int))
    for name, model in {"network": plain_network, **without_labels}.items():
        val_scores[name] = model(xs_val)
        at_k = np.array([over_studies(lambda y, s, k=k: precision_at(k, y, s), val_scores[name]) for k in investigated])
        plots.bands(ax, investigated, 100 * at_k.T, name)
    ax.axhline(100 * study.y_val.mean(), color="0.4", linestyle=":", label="at random")
    ax.set(xscale="log", xlabel="claims investigated (of the validation rows)", ylabel="frauds among them (%)")
    ax.set_xticks((5, 20, 50, 100, 500), ("5", "20", "50", "100", "500"))
    ax.legend()
    plots.show(
        figure,
        "Share of frauds among the investigated claims against their number, means over ten studies with bands: the "
        "network with labels is far above the autoencoder and the Isolation Forest, which find a few percent from 20 claims "
        "on and end near drawing at random.",
    )
    for name in without_labels:
        print(f"{name:17} AUC {mean_interval(over_studies(roc_auc_score, val_scores[name]))}")
    lead = over_studies(roc_auc_score, val_scores["network"]) - over_studies(roc_auc_score, val_scores["autoencoder"])
    claim("labels are worth more than an autoencoder: the network's AUC is higher", lead)

# %% [markdown]
# Now everything is decided: features, networks, training, thresholds from validation rows. Two plain rivals join in, a logistic regression and a random forest, as they come. Then the seals are broken.
#
# > **Predict.** In which order will these models stand, by average precision?

# %% tags=["demo"]
with needs(
    clean_claims,
    split_claims,
    fit_preprocessor,
    apply_preprocessor,
    average_precision,
    bootstrap_interval,
    smote,
    resample_train,
    expected_cost,
    best_threshold,
):
    logistic = [LogisticRegression(max_iter=2000).fit(one.x, one.y) for one in studies]
    forests = [
        RandomForestClassifier(30, min_samples_leaf=5, random_state=seed, n_jobs=2).fit(one.x, one.y)
        for seed, one in zip(SEEDS, studies, strict=True)
    ]
    with_probability = lambda models: (
        lambda tables: [m.predict_proba(x)[:, 1] for m, x in zip(models, tables, strict=True)]
    )
    contest = {
        "network": plain_network,
        "network, SMOTE": networks["SMOTE"],
        "logistic regression": with_probability(logistic),
        "random forest": with_probability(forests),
        **without_labels,
    }
    cuts = {
        name: [
            best_threshold(one.y_val, scores, COST_FP, COST_FN)
            for one, scores in zip(studies, model(xs_val), strict=True)
        ]
        for name, model in contest.items()
    }
    opened = [one.test.open() for one in studies]  # once
    ys_test = [y for _, y in opened]
    test_scores = {name: model([x for x, _ in opened]) for name, model in contest.items()}
    on_test = lambda metric, name: np.array([metric(y, s) for y, s in zip(ys_test, test_scores[name], strict=True)])
    rows, costs = [], {}
    for name in contest:
        each = zip(ys_test, test_scores[name], cuts[name], strict=True)
        costs[name] = np.array([expected_cost(y, s, cut, COST_FP, COST_FN) for y, s, cut in each])
        numbers = (
            on_test(roc_auc_score, name),
            on_test(average_precision, name),
            on_test(lambda y, s: precision_at(50, y, s), name),
            costs[name],
        )
        rows.append([name, *(str(mean_interval(values)) for values in numbers)])
    columns = ["model", "AUC", "average precision", "precision at 50", "cost per claim"]
    print(pd.DataFrame(rows, columns=columns).to_string(index=False))
    nobody_flagged = COST_FN * np.array([np.mean(y) for y in ys_test])
    print(f"flag nobody: cost per claim {mean_interval(nobody_flagged)}")
    if study.best_test is not None:
        best_ap = np.array([average_precision(y, one.best_test) for y, one in zip(ys_test, studies, strict=True)])
        print(f"best possible average precision {mean_interval(best_ap)}")
    first = {
        name: with_interval(average_precision, ys_test[0], test_scores[name][0])
        for name in ("network", "random forest")
    }
    print(
        "first study alone, average precision with its bootstrap interval:",
        "; ".join(f"{n} {t}" for n, t in first.items()),
    )
    claim("the rule saves money: the network's flags cost less than flagging nobody", nobody_flagged - costs["network"])
    claim(
        "the network ranks better than the autoencoder",
        on_test(average_precision, "network") - on_test(average_precision, "autoencoder"),
    )

# %% [markdown]
# **Explain.** Read the intervals of the single study first: with 22 frauds they are so wide that they decide nothing. Ten tables decide a little more: whoever had labels is far ahead of those who had none. They do not settle the order of forest, logistic regression and network, but the network is not ahead, on a table of this size with a few strong columns: say so, in a lab on deep learning too. And what the rules without labels save, if anything, does not show in these tables. (If you read the opposite somewhere, look which rows have chosen width, epochs and threshold.)

# %% [markdown]
# ### Written answer 4  ·  3 points
#
# The head of investigations reads your autoencoder's AUC on the test rows and says: "About 0.65: so two of three flagged claims are frauds. And it needs no labels, so let us stop labelling." Answer her: what does the number mean for her 50 investigations among 2,200 claims, what does the score measure, and in which situation *would* you use it?

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_rule", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** An AUC of 0.67 says that a random fraud has a higher error than a random honest claim in two of three cases. Among her 50 investigations it means what the column "precision at 50" says: one to three frauds, at 1 % in the pile (0.5 if she drew at random), not 35. The error measures how unusual a claim is for honest claims; frauds imitate the usual, and unusual claims are mostly honest. Without labels nobody could have found out how bad it is, nor chosen its threshold: labelling is what the better models live on. I would use it where there are no labels yet (a new product), or beside the network for kinds of fraud that nobody has labelled so far, with a share of randomly chosen investigations to learn from.
#
# **Rubric**
# - 1 point: AUC is no precision; says in claims what 50 investigations bring (a few at most).
# - 1 point: the error measures how unusual a claim is, not whether it is false.
# - 1 point: a sensible use (no labels, new kinds of fraud, beside a supervised model) or why labels are still needed (choice of threshold, evaluation).
# ### END SOLUTION

# %% [markdown]
# ## 9 · Essay: a score opens an investigation  ·  60 min
#
# ### Essay  ·  8 points
#
# Suppose the insurer puts your model to work: of every 2,200 claims (about seven months) the 50 with the highest scores are investigated; payment waits meanwhile. Write 500 to 700 words on **transparency**: who is owed which explanation, and what would you change about the model, the rule or the process for it? Use *your own numbers* from this notebook. Weigh at least these: the customer who is honest (most of those investigated are), the clerk who has to act on a score, the insurer whose rules fraudsters would like to know, the regulator. Say what your score is based on, which of its columns you would defend in public and which not, and what you would do about groups that are flagged more often without being fraudulent more often.

# %% [markdown] nbgrader={"grade": true, "grade_id": "essay_transparency", "locked": false, "points": 8, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **What a good essay contains.** It starts from a number: with a precision at 50 of about 15 %, more than 40 of 50 investigated customers are honest; their cost (delay, suspicion) is not in our cost function and belongs there. *Customer*: that a program chose the claim, the main reasons in plain words, what can be put right (a wrong date), how to object to a person; European law asks for meaningful information about automated decisions and for a human who can decide otherwise. *Clerk*: score with its uncertainty ("of ten such claims, one or two are frauds"), reasons for and against, freedom to overrule, feedback that is recorded. *Insurer*: reasons teach fraudsters; but the strongest, a new policy, is known anyway and hard to avoid, so most reasons can be told; what must stay secret should be little, and checked by somebody. *Regulator*: documentation, data sheet, evaluation on untouched rows, monitoring. *Columns*: policy age, amount and circumstances can be defended; age or occupation act only through being a new customer (confounded) and should be left out, or their effect measured; leaving out is no guarantee, since other columns stand in for them. *Labels*: fraud that was detected; where nobody looked there is no label, and a score that directs the looking confirms itself; so some investigations are drawn at random. *Change*: a transparent model if it costs no precision (here a logistic regression keeps up), random share, time limit for holding payment, rates by group.
#
# **Rubric**
# - 2 points: own numbers, rightly read (precision at k or honest share among the investigated; uncertainty named).
# - 2 points: at least three of the four parties, each with what it is owed and why they conflict.
# - 2 points: consequences: at least two changes to model, rule or process that follow from the argument (transparent model, random investigations, appeal, human decision, payment deadline, cost of false suspicion).
# - 1 point: fairness beyond "leave the column out" (proxies, confounding, selective labels, rates by group).
# - 1 point: clear, own, within the length; claims are argued, not listed.
# - Without any number of one's own at most 5 points.
# ### END SOLUTION

# %% [markdown]
# ## 10 · Bonus: “Why am I being investigated?”  ·  40 min
#
# Mrs Example has received a letter: her claim is being examined. She asks why. A network cannot answer without help (Lab 9 gives it some). A model that is transparent from the start can: a logistic regression on at most twelve standardised columns. Its log-odds are a *sum*, one term for each column,
#
# $$\log \frac{p}{1-p} = b + \sum_j w_j z_j, \qquad z_j = \frac{x_j - \bar x_j}{s_j},$$
#
# and $w_j z_j$ is what column $j$ adds for this claim, compared with an average one. The largest positive terms are the **reason codes**.


# %% tags=["demo"]
class TransparentModel:
    """Logistic regression on at most `most` standardised columns, from labelled claims.

    Columns: numbers and days between dates (as log(1 + x) where they reach beyond 1,000) and, as 0 and 1, single
    categories; those with the strongest correlation with the label are taken.
    """

    def __init__(self, train, label, most=12):
        self.kinds = data.column_kinds(train, label)
        self.values = {name: train[name].dropna().unique() for name in self.kinds["categories"]}
        numbers = as_numbers(train, self.kinds)
        self.middle = numbers.median().fillna(0)
        self.wide = [name for name in numbers if numbers[name].max() > 1000 and numbers[name].min() >= 0]
        columns = self.columns(train)
        varying = columns.loc[:, columns.std() > 1e-9]
        strongest = varying.corrwith(train[label]).abs().nlargest(most).index
        self.centre, self.spread = columns[strongest].mean(), columns[strongest].std()
        self.model = LogisticRegression(max_iter=1000).fit(self.standardised(train), train[label])

    def columns(self, claims):
        columns = as_numbers(claims, self.kinds).fillna(self.middle)
        columns[self.wide] = np.log1p(columns[self.wide].clip(lower=0))
        flags = {f"{name}: {value}": claims[name] == value for name, values in self.values.items() for value in values}
        return columns.join(pd.DataFrame(flags, index=claims.index).astype(float))

    def standardised(self, claims):
        return (self.columns(claims)[self.centre.index] - self.centre) / self.spread

    def scores(self, claims):
        return self.model.predict_proba(self.standardised(claims))[:, 1]

    def reasons(self, claims):
        """What each column adds to the log-odds of each claim, compared with an average claim: a frame."""
        return self.standardised(claims) * self.model.coef_[0]


with needs(clean_claims, split_claims, fit_preprocessor, apply_preprocessor, average_precision):
    transparent = [TransparentModel(one.train, LABEL) for one in studies]
    val_scores["transparent"] = [model.scores(one.val) for model, one in zip(transparent, studies, strict=True)]
    for name in ("transparent", "plain"):
        print(
            f"{name:12} average precision on validation rows {mean_interval(over_studies(average_precision, val_scores[name]))}"
        )
    claim(
        "the transparent model ranks better than the network",
        over_studies(average_precision, val_scores["transparent"])
        - over_studies(average_precision, val_scores["plain"]),
    )
    chosen = study.val.iloc[[int(np.argmax(val_scores["transparent"][0]))]]
    reasons = transparent[0].reasons(chosen).iloc[0].sort_values()
    figure, ax = plt.subplots(figsize=(6.4, 3.4))
    ax.barh(reasons.index, reasons, color=np.where(reasons > 0, "C1", "C0"))
    ax.axvline(0, color="black", linewidth=1)
    ax.tick_params(axis="y", labelsize=8)
    ax.set(xlabel="log-odds added (average claim: 0)")
    plots.show(
        figure,
        "Horizontal bars, one for each of at most twelve columns: what it adds to or takes from the log-odds of fraud for "
        "the validation claim with the highest score; one or two long bars to the right, several short ones on both sides.",
    )
    raw = transparent[0].columns(chosen).iloc[0]
    for name in reasons.index[:-4:-1]:
        value = np.expm1(raw[name]) if name in transparent[0].wide else raw[name]
        print(f"odds times {np.exp(reasons[name]):6.1f}: {name} = {value:,.6g}")

# %% [markdown]
# ### Bonus: the letter  ·  4 points
#
# Answer Mrs Example for the claim of the figure, in at most 200 words: the main reasons in plain language with their values (no column names, no log-odds), what the score does *not* say, what she can do, and who decides. Below the letter, in two sentences for your colleagues: why are these reasons of the *model* and no causes of fraud, and which reason would you rather not give away?

# %% [markdown] nbgrader={"grade": true, "grade_id": "reason_letter", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false} tags=["bonus"]
# ### BEGIN SOLUTION
# **Model answer.** "Dear Mrs Example, our program compares each claim with earlier ones and proposes some for a closer look; yours is among them. Three things have led to this: your policy was only a few days old on the day of the loss; the amount is several times that of a usual claim; and the loss happened late in the evening. Each of them is perfectly possible in an honest claim, and most claims that we look at turn out to be honest. The program has not decided anything: Mr Clerk, who signs this letter, will, within ten working days. If a date or an amount is wrong, or if you can send us the police report or photographs, please do; it may end the examination. You may object, and a person who has not been involved will then look at your claim."
#
# For colleagues: the terms say what the model adds up, compared with an average claim; correlated columns share such sums almost arbitrarily, and a young policy does not cause fraud. I would not tell the exact thresholds (29 days) or the weight of the hour.
#
# **Rubric**
# - 1 point: the reasons are those with the largest positive terms for this claim, with values, in plain words.
# - 1 point: uncertainty and limits (most such claims are honest, no accusation, no decision yet).
# - 1 point: what she can do (correct data, send documents, object) and who decides.
# - 1 point: for colleagues: reasons of the model are no causes (correlation, comparison with the average), and a considered secret.
# ### END SOLUTION

# %% [markdown]
# ## 11 · Knowledge check  ·  10 min
#
# ### Exercise 11 — `quiz`  ·  7 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. 6,600 honest claims, 66 frauds, `SMOTE(sampling_strategy=0.5)`: how many frauds afterwards? **a** 33 · **b** 3,300 · **c** 6,600 · **d** 9,900
# 2. Which rows choose the threshold? **a** the training rows · **b** the validation rows · **c** the test rows · **d** the resampled training rows
# 3. 1 % frauds, scores without any information. What average precision is to be expected? **a** 0 · **b** 0.01 · **c** 0.5 · **d** 0.99
# 4. SMOTE first, then the split into training and validation rows. The validation result is … **a** too good, because mixtures of training frauds are in it · **b** too bad, because synthetic rows are harder · **c** right, because both parts have the same share of frauds · **d** right, if the seed is fixed
# 5. What does an AUC of 0.88 say? **a** 88 % of the frauds are found · **b** 88 % of the flags are right · **c** a random fraud has a higher score than a random honest claim with probability 0.88 · **d** 88 % of all claims are classified rightly
# 6. The scores are true probabilities, a false alarm costs 150, a missed fraud 3,600. From which score on does a flag pay? **a** 0.04 · **b** 0.5 · **c** 0.96 · **d** 0.01
# 7. On which rows may the medians that fill gaps be computed? **a** on all rows, medians hold no labels · **b** on the training rows · **c** on training and validation rows · **d** on the rows that have the gaps

# %% nbgrader={"grade": false, "grade_id": "quiz", "locked": false, "schema_version": 3, "solution": true, "task": false}
quiz = {
    1: None,
    2: None,
    3: None,
    4: None,
    5: None,
    6: None,
    7: None,
}
### BEGIN SOLUTION
quiz = {1: "b", 2: "b", 3: "b", 4: "a", 5: "c", 6: "a", 7: "b"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=7)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 8)}
with check("all seven questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("b", "0.5 is a ratio: half as many frauds as honest claims, a third of all rows."),
    2: ("b", "The validation rows, untouched. The training rows are known by heart, the test rows only report."),
    3: ("b", "Precision is then the share of frauds at every threshold, and so is its average."),
    4: ("a", "Rows between training frauds stand among the validation rows: memory looks like skill."),
    5: ("c", "It is about the order of two random claims, over all thresholds; about 0.5 without information."),
    6: ("a", "A flag pays when 3600 p > 150 (1 − p), that is, from p = 150 / 3750 = 0.04 on."),
    7: ("b", "Whatever is learnt is learnt from training rows; in use there are no other rows to look at."),
}
for number, (letter, reason) in key.items():
    with check(f"question {number}"):
        check.note(reason)
        check.expect(answers[number], letter)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# ## We have …
#
# - cleaned a table without asking the label, split it in layers, and learnt every number of the preprocessing from training rows;
# - judged rankings by average precision and by precision among $k$ investigations, with intervals, beside a ceiling that we knew;
# - made synthetic frauds, set the trap of validating on them, and found that most of what samplers change is the threshold;
# - priced the errors, chosen the threshold on validation rows, and opened the test rows once;
# - learnt only from honest claims, and seen that strange is not the same as false;
# - answered the customer with a model whose score is a sum of reasons.
#
# **Going further.** (1) Turn `InsurerNotes` into features (a bag of words): do they add anything that the columns do not know? (2) Calibrate the SMOTE network's scores on validation rows and cut at $c_\text{FP} / (c_\text{FP} + c_\text{FN})$. (3) Put a table of your own into `PATH_TO_CLAIMS`. (4) Undetected frauds are labelled honest: draw tables with `fraud_rate=0.05` and see which results depend on the rate.
