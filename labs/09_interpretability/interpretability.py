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
# # Lab 9 · Interpretability
#
# A network says "investigate this claim", and somebody asks why. In this lab you write the methods that are meant to answer, from scratch and exactly: permutation importance, partial dependence, surrogate trees, LIME, Shapley values, integrated gradients, counterfactuals. Then you do with them what is done too rarely: test them. The claims come from a generator whose odds we know, so for once an explanation can be held against the truth.
#
# **You will be able to**
#
# - choose a method by the question that is asked: of one case or of all, of any model or of a network only, before or after the fact;
# - write seven explanation methods (the last as a bonus) and say what each of them really computes;
# - see the traps: correlated features, importance that is noise, explanations that change when nothing else does;
# - measure whether a model treats groups alike, and write a letter that tells a customer why.
#
# **You need** NumPy, a little Keras (gradients), what average precision is (Lab 8). **Time** about three and three quarter hours; the machine needs less than a minute of them.
#
# | exercise | points | | exercise | points |
# |---|---|---|---|---|
# | 1 `permutation_importance` | 5 | | 6 `integrated_gradients` | 6 |
# | 2 `partial_dependence` | 5 | | 7 `explanation_stability` | 4 |
# | 3 `global_surrogate` | 4 | | 8 `fairness` | 4 |
# | 4 `lime_explain` | 6 | | 9 `quiz` | 7 |
# | 5 `shapley_values` | 8 | | two written answers | 8 |
# | | | | **together** | **57** |
# | | | | bonus: `counterfactual` | 4 |
#
# **How it works.** Replace each `raise NotImplementedError()` by your code, run the cell, then run the test cell below it. A test cell names each check, marks it ✓ or ✗, and gives the reason. The checks you see are part of the marking; more of them run when the lab is graded, on other numbers. Demos between the exercises use *your* functions, so they wait until you have written them.

# %% tags=["parameters"]
PROFILE = "quick"  # "full" takes five times as many claims, and MNIST for the digits: a few minutes
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import time
from itertools import permutations, product

import dllabs

dllabs.setup(seed=SEED)

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from dllabs import data, needs, plots
from dllabs.stats import claim, mean_interval
from scipy import special, stats
from sklearn import inspection
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.tree import DecisionTreeRegressor

SEEDS = range(SEED, SEED + 10)

# %% [markdown]
# The next cell holds three small tools for the checks. Run it, read it if you like, and go on.


# %% nbgrader={"grade": false, "grade_id": "tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def copies(*arrays):
    """Copies to hand out, so that a function that changes its arguments spoils one check and not all."""
    return [array.copy() for array in arrays]


def overheard(function):
    """The same function, and the list of what it will have been asked: its first arguments, as arrays."""
    asked = []

    def listening(X, *others):
        asked.append(np.array(X, dtype=float))
        return function(np.asarray(X, dtype=float), *others)

    return listening, asked


def network_of(*weights, hidden="tanh", output="softmax"):
    """A Keras network with these weights: kernel, bias, kernel, bias, ..."""
    kernels = weights[::2]
    activations = [hidden] * (len(kernels) - 1) + [output]
    layers = [keras.layers.Dense(len(b), activation=a) for b, a in zip(weights[1::2], activations, strict=True)]
    network = keras.Sequential([keras.Input((len(kernels[0]),)), *layers])
    network.set_weights(list(weights))
    return network


# %% [markdown]
# ## 1 · Who asks, and why  ·  15 min
#
# To **interpret** a model is to be able to say, in terms a person understands, what it does and why it said what it said. Our running example is a network that scores car-insurance claims. A claim whose score is among the highest 5 % is held up and investigated. Twelve numbers go in; the last of them, `random`, is drawn from a hat and has nothing to do with anything. Keep an eye on it.
#
# The claims are drawn by `dllabs.data.load_claims`, with a fraud in a hundred; because we know its odds (they stand in `docs/claims_data_sheet.md`), we also know the true probability of fraud of every single claim. Ten networks are trained side by side, one for each seed. The first is *the* model of this lab; the others tell how much of what we see is luck. All outputs below are **scores**: the logarithm of the odds that the claim is labelled as fraud.

# %% tags=["demo"]
from dllabs.stacked import StackedMLP
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split


def claim_features(table, rng):
    """Twelve numbers for each claim, the last of them pure chance: a frame (n, 12)."""
    hour = table["LossHour"].fillna(0)
    columns = {
        "policy age": np.log1p((table["LossDate"] - table["FirstPolicySubscriptionDate"]).dt.days),
        "amount": np.log(table["ClaimAmount"].clip(lower=1)),
        "night": (hour >= 20) | ((hour > 0) & (hour < 6)),
        "hour unknown": hour == 0,
        "theft or skid": table["ClaimCause"].isin(["Theft", "LossOfControl"]),
        "same post code": table["LossAndHolderPostCodeSame"],
        "own fault": table["FirstPartyLiability"],
        "easiness": table["EasinessToStage"],
        "holder's age": table["PolicyholderAge"],
        "policies": table["NumberOfPoliciesOfPolicyholder"],
        "internet": table["PolicyWasSubscribedOnInternet"],
        "random": rng.normal(size=len(table)),
    }
    return pd.DataFrame(columns).astype(float)


n_claims = 40_000 if PROFILE == "quick" else 200_000
table = data.load_claims(n_claims, seed=SEED).drop_duplicates()
truth = dllabs.claims.posterior(n_claims, seed=SEED)[table.index]
features = claim_features(table, np.random.default_rng(SEED))
names = list(features.columns)
rest, test = train_test_split(table.index, test_size=0.2, stratify=table["Fraud"], random_state=SEED)
train, val = train_test_split(rest, test_size=0.25, stratify=table["Fraud"][rest], random_state=SEED)
features = features.fillna(features.loc[train].median())
centre, spread = features.loc[train].mean().to_numpy(), features.loc[train].std().to_numpy()
X_train, X_val, X_test = (((features.loc[rows] - centre) / spread).to_numpy("float32") for rows in (train, val, test))
y_train, y_val, y_test = (table["Fraud"][rows].to_numpy() for rows in (train, val, test))
sealed = data.TestSet(X_test, y_test)  # opened in section 2


def train_networks(X_train, X_val, hidden=16, epochs=12):
    """Ten networks side by side: for each seed a function of rows (n, d) -> scores (n,)."""
    claims_data = data.Dataset(X_train, y_train, X_val, y_val, None, None)
    stack = StackedMLP(claims_data, keras.optimizers.Adam(), hidden=hidden, batch_size=256, seeds=SEEDS)
    stack.train(epochs, learning_rate=0.003)
    w1, b1, w2, b2 = (variable.numpy().astype(float) for variable in stack.variables)

    def network(s):
        w, b = w2[s, :, 1] - w2[s, :, 0], b2[s, 0, 1] - b2[s, 0, 0]  # two softmax units make one log odds
        return lambda X: np.maximum(np.asarray(X, float) @ w1[s] + b1[s], 0) @ w + b

    return [network(s) for s in range(len(w1))]


networks = train_networks(X_train, X_val)
score = networks[0]
alarm = np.quantile(score(X_train), 0.95)
print(
    f"{len(X_train)} claims to train on, {y_train.sum()} of them frauds; {len(X_val)} to explain; {len(X_test)} sealed"
)

# %% tags=["demo"]
scores = score(X_val)
case = int(np.argmax(np.where(y_val == 0, scores, -np.inf)))  # the most suspicious among the honest
true_score = special.logit(truth[val].to_numpy())
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
bins = np.linspace(scores.min(), scores.max(), 40)
for label, name in ((0, "not labelled as fraud"), (1, "labelled as fraud")):
    left.hist(scores[y_val == label], bins, density=True, histtype="step", linewidth=1.8, label=name)
left.axvline(alarm, color="0.3", linestyle=":", label="alarm: the highest 5 %")
left.set(xlabel="score of the network (log odds)", ylabel="density")
right.plot(true_score, scores, ".", markersize=2, color="0.6", rasterized=True)
right.plot(true_score[case], scores[case], "o", color="C1", label="the case of this lab")
right.axline((-4, -4), slope=1, color="black", linestyle=":", linewidth=1)
right.set(xlabel="true log odds", ylabel="score of the network")
figure.legend(loc="outside lower center", ncols=4, fontsize=8)
plots.show(
    figure,
    "Left: histograms of the score; frauds lie further right, many above the alarm. Right: score against "
    "true log odds, a band along the diagonal; the case of this lab lies at its upper end.",
)
row = table.loc[val[case]]
days = int(np.expm1(features.loc[val[case], "policy age"]).round())
print(
    f"The case: {row['ClaimCause']}, {row['ClaimAmount']:.0f} claimed, policy {days} days old, holder {row['PolicyholderAge']:.0f}."
)
print(
    f"{np.sum(scores > scores[case])} of {len(scores)} validation claims have a higher score. It was never labelled as fraud."
)

# %% [markdown]
# **Explain.** The dot on the right is a customer who waits for the money. Five people now ask about the same model, and each asks something else:
#
# - *Why me?* asks the **customer**, and whether people like her are treated worse: **fairness** (section 11).
# - *May I rely on it?* asks the **investigator**: **reliability**, that is, small changes of the input do not turn the answer round (section 10).
# - *Whose data does the answer give away?* asks the data protection officer: **privacy** (section 6 shows a tree whose leaf holds a single person).
# - *Does a young policy cause fraud, or only go with it?* asks the actuary: **causality**. An explanation tells what the *model* uses, which is not the same (section 4).
# - *Shall we act on it?* asks the board: **trust**, which all of the others add up to.
#
# And when is interpretability *not* needed? When nothing depends on the answer (a model that sorts holiday pictures); when the problem is so well studied that the record speaks for it (reading post codes on letters); and one should think twice where people can **game** the system once they know how it works. Our model leans on the age of the policy. Suppose that this becomes known and fraudsters wait:

# %% tags=["demo"]
new_frauds = X_val[(y_val == 1) & (X_val[:, 0] * spread[0] + centre[0] <= np.log1p(29))]
caught = {}
for wait in (0, 31, 100, 400):
    gamed = new_frauds.copy()
    gamed[:, 0] = np.maximum(gamed[:, 0], (np.log1p(wait) - centre[0]) / spread[0])
    caught[wait] = np.array([np.mean(f(gamed) > np.quantile(f(X_train), 0.95)) for f in networks])
    print(f"fraudsters with new policies wait for {wait:3} days: {mean_interval(caught[wait])} of them are caught")
claim("waiting 400 days pays", caught[0] - caught[400])

# %% [markdown]
# **Explain.** The shares are means over the ten networks, and the bracket is the 95 % interval of that mean; a line with ✓ says that the interval of a difference lies on one side of zero. A rule that works because nobody knows it stops working when it is explained. Against that stands the customer's right to a reason. Both are true, and every letter of reasons is a compromise between them.

# %% [markdown]
# ## 2 · A model that needs no explaining  ·  12 min
#
# The first question is not *how to explain the network* but *whether we need one*. An **intrinsically** interpretable model is its own explanation: a short rule list, a small tree, a linear score. Everything else is **post hoc**: a second procedure that explains a finished model. The logistic regression below (the transparent model of Lab 8, on our twelve numbers) adds up one term for each feature:
#
# $$\text{score}(x) = b + w_1 x_1 + \dots + w_{12} x_{12}$$
#
# The twelve weights *are* the model. Whoever sees them knows how it was made (**algorithm transparency**) and what it will do everywhere (**global, holistic** scope): nobody can hold a network's weights in the head like this.
#
# > **Predict.** Which weights will be large? How much worse than the network is the logistic regression, in average precision? Remember that both compete with a model that knows the truth.

# %% tags=["demo"]
logistic = LogisticRegression(C=0.1).fit(X_train, y_train)
weights = logistic.coef_[0]
linear_score = logistic.decision_function
figure, ax = plt.subplots(figsize=(6.4, 3.4))
order = np.argsort(np.abs(weights))
ax.barh(np.array(names)[order], weights[order], color=["C1" if names[j] == "random" else "C0" for j in order])
ax.axvline(0, color="black", linewidth=1)
ax.set(xlabel="change of the score per standard deviation of the feature")
plots.show(
    figure,
    "Bars of twelve weights: policy age far below zero, amount above, night and theft slightly above, "
    "hour unknown below; the others, with the random column, near zero.",
)

X_opened, y_opened = sealed.open()
ages = X_opened[:, 0] * spread[0] + centre[0]
rivals = {
    "the best possible": truth[test].to_numpy(),
    "network": score(X_opened),
    "logistic regression": linear_score(X_opened),
    "rule: at most 29 days": (ages <= np.log1p(29) + 1e-6).astype(float),
}
rng = np.random.default_rng(SEED)
draws = [rng.integers(0, len(y_opened), len(y_opened)) for _ in range(100)]
quality = {name: np.array([average_precision_score(y_opened[d], s[d]) for d in draws]) for name, s in rivals.items()}
for name, values in quality.items():
    low, high = np.quantile(values, (0.025, 0.975))
    print(
        f"{name:22} average precision {average_precision_score(y_opened, rivals[name]):.3f}, bootstrap [{low:.3f}, {high:.3f}]"
    )
low, high = np.quantile(quality["network"] - quality["logistic regression"], (0.025, 0.975))
print(f"network minus logistic regression, the same resampled claims: [{low:.3f}, {high:.3f}]")

# %% [markdown]
# **Explain.** The bootstrap draws the test claims anew a hundred times, because with 80 frauds the luck of the rows is the larger part of the uncertainty. In our run the interval of the difference holds zero: nobody can say from these claims that the network is better. It has to smooth the same step that the logistic regression smooths, and there are few frauds to learn anything finer from. Then the honest advice is to use the model that needs no explaining. We go on with the network, because not every problem is so kind, and because its explanations can be held against the truth.
#
# Two properties of every explanation method appear here for the first time. Its **expressive power** is the language it can answer in: weights here, later curves, rules, parts of a sum, pictures. Its **translucency** is how far it has to look into the model: for a logistic regression, all the way; for the next five methods, not at all.

# %% [markdown]
# ## 3 · Permutation importance  ·  18 min
#
# Which features does the network need? Take one away and see how much worse it gets. A network with twelve inputs cannot do with eleven, so we *spoil* the feature instead: shuffle its column, so that its values stay what they were but sit in the wrong rows. What the score loses is the feature's importance:
#
# $$I_j = s(X, y) - \frac1R \sum_{r=1}^R s(X^{(j, r)}, y)$$
#
# Here $s$ is any measure where more is better, and $X^{(j,r)}$ is $X$ with column $j$ shuffled for the $r$-th time. The method is **model-agnostic**: it only asks the model questions and never looks inside.

# %% [markdown]
# ### Exercise 1 — `permutation_importance`  ·  5 points
#
# Shuffle one column at a time, always starting from the *unchanged* `X`, with fresh shuffles from `rng` (`rng.permutation(values)` returns them in another order). A negative importance is an answer too: the feature did harm. Leave it negative.


# %% nbgrader={"grade": false, "grade_id": "permutation_importance", "locked": false, "schema_version": 3, "solution": true, "task": false}
def permutation_importance(score_fn, X, y, rng, n_repeats=5):
    """How much worse a score gets when a column is shuffled, for each column.

    score_fn: function of (X, y) -> number, more is better; X: (n, d); y: (n,); rng: np.random.Generator;
    n_repeats: shuffles of each column.
    Returns (d,): the score of X minus the mean score of its shuffled versions.
    """
    ### BEGIN SOLUTION
    after = np.zeros((n_repeats, X.shape[1]))
    for repeat, column in np.ndindex(after.shape):
        shuffled = X.copy()
        shuffled[:, column] = rng.permutation(X[:, column])
        after[repeat, column] = score_fn(shuffled, y)
    return score_fn(X, y) - after.mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_permutation_importance", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(permutation_importance, points=5)


def shuffles_seen(score_fn, X, y, seed=4, **options):
    """The learner's importances, and for each column the score of every X in which it alone was shuffled."""

    def whole(rows, labels):
        shape = np.shape(rows)
        check.holds(shape == X.shape, f"score_fn was given X of shape {shape}: give it all of X, {X.shape}")
        check.holds(np.array_equal(labels, y), "y was changed too: shuffle a column of X only")
        return score_fn(rows, labels)

    listening, asked = overheard(whole)
    got = permutation_importance(listening, *copies(X, y), np.random.default_rng(seed), **options)
    seen = {column: [] for column in range(X.shape[1])}
    for rows in asked:
        changed = np.flatnonzero((rows != X).any(axis=0))
        several = f"columns {changed} were changed at once: shuffle one, and start from X again for the next"
        check.holds(changed.size < 2, several)
        for column in changed:
            same_values = np.array_equal(np.sort(rows[:, column]), np.sort(X[:, column]))
            check.holds(same_values, "the shuffled column must hold the same values in another order")
            seen[column].append(rows[:, column])
    for columns in seen.values():
        another = len(columns) < 2 or any((columns[0] != one).any() for one in columns)
        check.holds(another, "the same shuffle was used again and again: draw each from rng")
    return got, seen


def misfit(X, y):
    """A score that column 0 raises, column 1 lowers, and column 2 leaves alone."""
    return 10 - np.mean((X[:, 0] - y) ** 2) - np.mean((X[:, 1] - y) ** 2) / 2


y_ranks = np.array([3.0, -1, 4, -2, 5, -9, 2, 6, -5, 1])
X_ranks = np.column_stack([y_ranks, -y_ranks, np.arange(10.0)])
with check("each column is shuffled n_repeats times, alone, and 5 times if nothing is said"):
    for options, wanted in (({}, 5), ({"n_repeats": 3}, 3)):
        _, seen = shuffles_seen(misfit, X_ranks, y_ranks, **options)
        counts = [len(columns) for columns in seen.values()]
        check.expect(
            counts,
            [wanted] * 3,
            mistakes={
                "no column was shuffled": [0, 0, 0],
                "n_repeats is ignored": [8 - wanted] * 3,
                "one shuffle only: repeat it n_repeats times": [1, 1, 1],
            },
        )
with check("the importance is the mean drop in score"):
    got, seen = shuffles_seen(misfit, X_ranks, y_ranks)
    check.holds(all(len(columns) == 5 for columns in seen.values()), "shuffle each column n_repeats times, alone")
    after = []
    for column, values in seen.items():
        shuffled = [np.column_stack([*X_ranks.T[:column], one, *X_ranks.T[column + 1 :]]) for one in values]
        after.append([misfit(rows, y_ranks) for rows in shuffled])
    after, before = np.array(after), misfit(X_ranks, y_ranks)
    drop = before - after.mean(axis=1)
    usual = {
        "the sign is turned: score of X minus score of the shuffled X": -drop,
        "that is a ratio: subtract": after.mean(axis=1) / before,
        "that is a ratio, the other way round: subtract": before / after.mean(axis=1),
        "that is a relative drop: do not divide by the score of X": drop / before,
        "that is the mean score after shuffling: subtract it from the score of X": after.mean(axis=1),
        "the drops were added up: take their mean": 5 * drop,
        "negative drops were set to 0: leave them negative": np.maximum(drop, 0),
        "the sign was thrown away: a feature may do harm": np.abs(drop),
        "the median of the drops: take their mean": before - np.median(after, axis=1),
        "one drop for each shuffle and column: average over the shuffles": before - after.T,
        "the importances are scaled to sum to 1: return the drops themselves": drop / drop.sum(),
    }
    told_apart = {name: value for name, value in usual.items() if not np.allclose(value, drop)}
    check.expect(got, drop, atol=1e-9, mistakes=told_apart)
with check("a column that the score does not look at has importance 0"):
    got = permutation_importance(misfit, *copies(X_ranks, y_ranks), np.random.default_rng(0))
    check.expect(np.asarray(got)[2], 0.0, atol=1e-12)
with check("X and y are left alone"):
    check.unchanged(lambda X, y: permutation_importance(misfit, X, y, np.random.default_rng(0)), X_ranks, y_ranks)
### BEGIN HIDDEN TESTS
with check("all shuffles come from rng"):
    np.random.seed(1)
    once, _ = shuffles_seen(misfit, X_ranks, y_ranks, seed=7)
    np.random.seed(2)
    again, _ = shuffles_seen(misfit, X_ranks, y_ranks, seed=7)
    check.expect(again, once)
    other, _ = shuffles_seen(misfit, X_ranks, y_ranks, seed=8)
    check.holds(not np.allclose(other, once), "another rng gave the same shuffles: use the rng that is passed in")
with check("agrees with scikit-learn's on a linear model, up to the luck of the draws"):
    noise = np.random.default_rng(9)
    X_line = noise.normal(size=(40, 4)) * [1, 2, 0.5, 1]
    y_line = X_line @ [2.0, -1, 3, 0] + noise.normal(size=40)
    line = LinearRegression().fit(X_line, y_line)
    theirs = inspection.permutation_importance(line, X_line, y_line, n_repeats=40, random_state=3)
    ours = permutation_importance(line.score, *copies(X_line, y_line), np.random.default_rng(3), 40)
    six_errors = 6 * np.sqrt(2 / 40) * theirs.importances_std.max()
    check.expect(ours, theirs.importances_mean, rtol=1e-9, atol=six_errors)
with check("one column, one repeat"):
    got, seen = shuffles_seen(lambda X, y: -np.mean((X[:, 0] - y) ** 2), X_ranks[:, :1], y_ranks, n_repeats=1)
    shuffled = seen[0][0] if seen[0] else X_ranks[:, 0]
    check.expect(got, [np.mean((shuffled - y_ranks) ** 2)])
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Now on the claims, with average precision as the score, ten networks, on claims they have not seen, and once more on the claims they were trained on.
#
# > **Predict.** Which three features will come first? What importance will `random` have on new claims, and what on training claims?


# %% tags=["demo"]
def importance_of(network, X, y, columns=range(12)):
    """Permutation importances of some columns of X for a network, in average precision."""
    columns = list(columns)

    def precision(part, y):
        rows = X.copy()
        rows[:, columns] = part
        return average_precision_score(y, network(rows))

    return permutation_importance(precision, X[:, columns], y, np.random.default_rng(SEED), 2)


with needs(permutation_importance):
    importance = {}
    for name, X, y in (("validation claims", X_val, y_val), ("training claims", X_train[::3], y_train[::3])):
        importance[name] = np.array([importance_of(f, X, y) for f in networks])
    figure, ax = plt.subplots(figsize=(6.4, 4))
    order = np.argsort(importance["validation claims"].mean(axis=0))
    for place, (name, values) in enumerate(importance.items()):
        mean, low, high = mean_interval(values[:, order])
        ax.errorbar(
            mean, np.arange(12) + 0.2 * place, xerr=[mean - low, high - mean], fmt="os"[place], markersize=5, label=name
        )
    ax.set_yticks(range(12), np.array(names)[order])
    ax.axvline(0, color="black", linewidth=1)
    ax.set(xlabel="drop in average precision when the column is shuffled")
    ax.legend(loc="lower right")
    plots.show(
        figure,
        "Importances with intervals: policy age far ahead, then amount; most others, the "
        "random column among them, near zero. On training claims nearly all importances are larger.",
    )
    print(
        f"importance of the random column on validation claims: {mean_interval(importance['validation claims'][:, 11])}"
    )

# %% [markdown]
# On training claims many features look more important. To see why, overdo it: ten more networks, four times as wide, are trained for five times as long on a sixth of the claims (the first line below counts the frauds among them).
#
# > **Predict.** How important will these networks' own training claims say that `random` is?

# %% tags=["demo"]
with needs(permutation_importance):
    few = len(X_train) // 6
    print(f"{few} claims to train on, {y_train[:few].sum()} of them frauds")
    overfitted, learnt = train_networks(X_train[:few], X_val, hidden=64, epochs=60), {}
    for name, X, y in (("their training claims", X_train[:few], y_train[:few]), ("new claims", X_val, y_val)):
        learnt[name] = np.array([importance_of(f, X, y, [11])[0] for f in overfitted])
        reached = mean_interval([average_precision_score(y, f(X)) for f in overfitted])
        print(f"on {name:22} average precision {reached}, importance of random {mean_interval(learnt[name])}")
    claim("on their training claims the random column looks useful", learnt["their training claims"])
    claim(
        "it does not on new claims, where it loses at least nine tenths of that",
        0.1 * learnt["their training claims"] - learnt["new claims"],
    )

# %% [markdown]
# **Explain.** The random column is the **control**: whatever is not clearly above it has not been shown to matter. On the claims they were trained on, networks find it useful indeed, because they have learnt its accidents by heart. So measure importance on rows that the model has not seen, unless "what has it learnt by heart?" is your question.
#
# One number for each feature, over all claims: the scope is **global**. It says *that* the policy's age matters, not *how*. And since the method only needs answers, it works with any model: its **portability** is as large as can be. (The deck says "probability" here, a slip.)

# %% [markdown]
# ## 4 · Partial dependence and ICE  ·  18 min
#
# How does the score move with one feature? Take a claim, set the feature to each value of a grid in turn, leave the rest as it is, and ask the model: that curve is the claim's **individual conditional expectation** (ICE). The mean of the curves of all claims is the **partial dependence** (PDP):
#
# $$\mathrm{PD}_j(v) = \frac1n \sum_{i=1}^n f(x_{i1}, \dots, x_{i,j-1},\, v,\, x_{i,j+1}, \dots, x_{id})$$
#
# It is *not* the curve of the mean claim. A model asked about the mean of all claims is asked about a claim that does not exist.

# %% [markdown]
# ### Exercise 2 — `partial_dependence`  ·  5 points
#
# Two functions. `predict` takes rows (m, d), any number of them, and returns (m,).


# %% nbgrader={"grade": false, "grade_id": "partial_dependence", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ice_curves(predict, X, feature, grid):
    """The model's answer for each row when one feature takes each value of a grid.

    predict: rows (m, d) -> (m,); X: (n, d); feature: index of a column; grid: (g,).
    Returns (n, g): one curve for each row of X.
    """
    ### BEGIN SOLUTION
    curves = []
    for value in grid:
        changed = X.copy()
        changed[:, feature] = value
        curves.append(predict(changed))
    return np.transpose(curves)
    ### END SOLUTION


def partial_dependence(predict, X, feature, grid):
    """The mean of the ICE curves, (g,); arguments as for `ice_curves`."""
    ### BEGIN SOLUTION
    return ice_curves(predict, X, feature, grid).mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_partial_dependence", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(ice_curves, partial_dependence, points=5)

X_bent = np.array([[1.0, 2, 3], [0, -1, 1], [2, 5, -2], [-1, 4, 0]])
grid_bent = np.array([-2.0, 0, 1, 3, 10])
bent = lambda X: X[:, 0] * X[:, 1] + X[:, 2] ** 2
with check("four ICE curves on a grid of five: one row for each row of X"):
    curves = np.outer(X_bent[:, 1], grid_bent) + X_bent[:, 2:] ** 2
    check.expect(
        lambda: ice_curves(bent, X_bent.copy(), 0, grid_bent.copy()),
        curves,
        mistakes={
            "one row for each value of the grid: transpose": curves.T,
            "that is the mean of the curves: return all of them": curves.mean(axis=0),
            "the feature was shifted by the grid's values: set it to them": curves
            + (X_bent[:, 0] * X_bent[:, 1])[:, None],
            "the answer for X itself was subtracted": curves - bent(X_bent)[:, None],
            "each curve was shifted to start at 0: return it as it is": curves - curves[:, :1],
            "the other features were set to their means: leave them as they are": np.tile(
                2.5 * grid_bent + 0.25, (4, 1)
            ),
        },
    )
with check("the partial dependence is the mean of the curves, not the curve of the mean row"):
    for feature, of_mean_row in (
        (0, 2.5 * grid_bent + 0.25),
        (2, grid_bent**2 + 0.5 * 2.5),
    ):
        answers = np.stack([bent(np.where(np.arange(3) == feature, v, X_bent)) for v in grid_bent], axis=1)
        check.expect(
            lambda feature=feature: partial_dependence(bent, X_bent.copy(), feature, grid_bent.copy()),
            answers.mean(axis=0),
            mistakes={
                "the model was asked about the mean row: average the answers, not the rows": of_mean_row,
                "one number for each row: average over the rows": answers.mean(axis=1),
                "the median of the curves: take the mean": np.median(answers, axis=0),
                "the sum of the curves: take the mean": answers.sum(axis=0),
                "the mean answer was subtracted: return the mean of the curves": answers.mean(axis=0) - answers.mean(),
                "those are all curves: average them": answers,
            },
        )
with check("X and the grid are left alone"):
    check.unchanged(lambda X, grid: partial_dependence(bent, X, 1, grid), X_bent, grid_bent)
    check.unchanged(lambda X, grid: ice_curves(bent, X, 1, grid), X_bent, grid_bent)
### BEGIN HIDDEN TESTS
with check("equal to scikit-learn's on a tree"):
    rng = np.random.default_rng(5)
    X_tree = rng.normal(size=(60, 4))
    tree = DecisionTreeRegressor(max_depth=5, random_state=0).fit(X_tree, np.sin(2 * X_tree).sum(axis=1))
    for feature in (0, 3):
        grid = np.linspace(-1.5, 1.5, 7)
        theirs = inspection.partial_dependence(
            tree, X_tree, [feature], kind="both", method="brute", custom_values={feature: grid}
        )
        check.expect(
            lambda feature=feature, grid=grid: ice_curves(tree.predict, X_tree.copy(), feature, grid),
            theirs["individual"][0],
        )
        check.expect(
            lambda feature=feature, grid=grid: partial_dependence(tree.predict, X_tree.copy(), feature, grid),
            theirs["average"][0],
        )
with check("one row, one value, a grid in any order"):
    check.expect(lambda: ice_curves(bent, X_bent[:1].copy(), 1, np.array([3.0])), np.array([[12.0]]))
    check.expect(lambda: partial_dependence(bent, X_bent[:1].copy(), 2, np.array([3.0, -1, 2])), [11.0, 3, 6])
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** In truth the odds fall in two steps: after 29 days and after a year. What will the network's curve look like?

# %% tags=["demo"]
from dllabs.claims import TERMS

true_factor = {term.name: term.multiplier for term in TERMS}
with needs(ice_curves, partial_dependence):
    some_claims = X_val[np.random.default_rng(SEED).choice(len(X_val), 300, replace=False)]
    day_grid, age_grid = np.geomspace(2, 5000, 40), np.linspace(19, 80, 30)
    amounts = np.geomspace(150, 20_000, 30)
    in_truth = {
        "policy age": np.log(
            np.select(
                [day_grid < 30, day_grid < 366],
                [true_factor["policy at most 29 days old"], true_factor["policy 30 to 365 days old"]],
                1,
            )
        ),
        "amount": np.log(1.8) * np.clip(np.log(amounts / 1000), -1, 2.5),
        "holder's age": np.zeros(len(age_grid)),
    }
    figure, axes = plt.subplots(1, 3, figsize=(9, 3.2), sharey=True)
    for ax, name, grid, scaled in (
        (axes[0], "policy age", day_grid, np.log1p(day_grid)),
        (axes[1], "amount", amounts, np.log(amounts)),
        (axes[2], "holder's age", age_grid, age_grid),
    ):
        j = names.index(name)
        scaled = (scaled - centre[j]) / spread[j]
        ax.plot(
            grid,
            ice_curves(score, some_claims[:40].astype(float), j, scaled).T,
            color="0.8",
            linestyle="-",
            linewidth=0.6,
        )
        dependence = np.array([partial_dependence(f, some_claims.astype(float), j, scaled) for f in networks])
        plots.bands(ax, grid, dependence, "partial dependence", color="C0", linestyle="-")
        ax.plot(
            grid,
            in_truth[name] - in_truth[name].mean() + dependence.mean(),
            color="C1",
            linestyle="--",
            label="truth (shifted)",
        )
        ax.set(
            xlabel={
                "policy age": "age of the policy (days)",
                "amount": "amount",
                "holder's age": "age of the holder (years)",
            }[name]
        )
        if name != "holder's age":
            ax.set_xscale("log")
    axes[0].set_ylabel("score (log odds)")
    axes[0].legend(fontsize=8, loc="lower left")
    plots.show(
        figure,
        "ICE curves in grey, partial dependence with its band, and the truth, for three features: along the "
        "policy's age the score falls smoothly where the truth falls in two steps; along the amount both rise; "
        "along the holder's age the truth is flat and the network nearly so.",
    )

# %% [markdown]
# **Explain.** One feature at a time, over all claims: the scope is **global, modular**. The network draws one bend where the truth has two steps: sixteen hidden units and 240 frauds do not buy more. So an explanation can be perfectly faithful to the *model* and wrong about the *world*, and nobody without the dashed line could tell. This is also why no explanation of a model is a statement about causes. The ICE curves say more than their mean: where they run in parallel, the feature acts alone; where they fan out or cross, it acts together with others.
#
# The same two functions in scikit-learn, on the logistic regression:

# %% tags=["demo"]
with needs(permutation_importance, ice_curves, partial_dependence):
    rng = np.random.default_rng(SEED)
    theirs = inspection.permutation_importance(
        logistic, X_val, y_val, scoring="average_precision", n_repeats=2, random_state=SEED
    )
    ours = permutation_importance(lambda X, y: average_precision_score(y, linear_score(X)), X_val, y_val, rng, 2)
    grid = np.linspace(-2, 2, 9)
    curve = inspection.partial_dependence(
        logistic, some_claims, [0], method="brute", response_method="decision_function", custom_values={0: grid}
    )
    gap = np.abs(curve["average"][0] - partial_dependence(linear_score, some_claims.astype(float), 0, grid)).max()
    print(
        "importance, first three features: scikit-learn",
        theirs.importances_mean[:3].round(3),
        "yours",
        np.round(ours[:3], 3),
    )
    print(f"partial dependence, largest difference from scikit-learn's: {gap:.1e}")

# %% [markdown]
# ## 5 · The trap: features that go together  ·  15 min
#
# Both methods ask the model about rows that nobody has seen. If features go together, shuffling one makes rows that *cannot* exist, and what a model says about impossible rows is neither right nor wrong: it was never taught. In our claims nobody holds a policy from before the age of 17. `permutation_importance` takes any score, so let it count impossible rows:


# %% tags=["demo"]
def impossible(X):
    """Whether a claim's policy is older than its holder's years since 17 allow (with three months to spare)."""
    years = np.expm1(X[:, 0] * spread[0] + centre[0]) / 365.25
    return years > X[:, 8] * spread[8] + centre[8] - 17 + 0.25


with needs(permutation_importance):
    rng = np.random.default_rng(SEED)
    young = X_val[:, 8] * spread[8] + centre[8] < 28
    for name, rows in (("all claims", X_val), ("holders under 28", X_val[young])):
        shares = permutation_importance(lambda X, y: -impossible(X).mean(), rows, rows[:, 0], rng)
        print(f"{name}: shuffling makes impossible", {names[j]: f"{abs(shares[j]):.1%}" for j in (0, 1, 8)})
    shuffled = X_val[:1500].copy()
    shuffled[:, 0] = rng.permutation(shuffled[:, 0])
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), sharex=True, sharey=True)
    for ax, rows, title in ((axes[0], X_val[:1500], "claims"), (axes[1], shuffled, "policy age shuffled")):
        years = np.expm1(rows[:, 0] * spread[0] + centre[0]) / 365.25
        holders = rows[:, 8] * spread[8] + centre[8]
        bad = impossible(rows)
        ax.plot(holders[~bad], years[~bad], ".", markersize=3, color="0.6", label="possible")
        ax.plot(holders[bad], years[bad], "x", markersize=4, color="C1", label="impossible")
        ax.set(xlabel="age of the holder (years)", title=title)
    axes[0].set_ylabel("age of the policy (years)")
    axes[1].legend(fontsize=8)
    plots.show(
        figure,
        "Age of holder and of policy. Left: no claim above the line of a policy bought at 17. Right: after "
        "shuffling, some young holders have policies older than that.",
    )

# %% [markdown]
# The second half of the trap: two features that say the same. Give the networks a thirteenth column, a blurred copy of the policy's age (say, the age of the customer's file), and train again.
#
# > **Predict.** What happens to the importance of the policy's age? What to that of both columns shuffled together?

# %% tags=["demo"]
with needs(permutation_importance):
    rng = np.random.default_rng(SEED)
    X_twin, X_twin_val = (
        np.column_stack([X, X[:, 0] + rng.normal(0, 0.3, len(X))]).astype("float32") for X in (X_train, X_val)
    )
    twin_networks = train_networks(X_twin, X_twin_val)
    twin = np.array([importance_of(f, X_twin_val, y_val, [0, 12]) for f in twin_networks])

    def both_shuffled(f):
        rows = X_twin_val.copy()
        rows[:, [0, 12]] = rows[rng.permutation(len(rows))][:, [0, 12]]
        return average_precision_score(y_val, f(X_twin_val)) - average_precision_score(y_val, f(rows))

    group = np.array([both_shuffled(f) for f in twin_networks])
    alone = importance["validation claims"][:, 0]
    for name, values in (
        ("policy age, without a copy", alone),
        ("policy age, beside its copy", twin[:, 0]),
        ("the copy", twin[:, 1]),
        ("both shuffled together", group),
    ):
        print(f"{name:28} {mean_interval(values)}")
    print(f"correlation of the two columns: {np.corrcoef(X_twin_val[:, 0], X_twin_val[:, 12])[0, 1]:.2f}")
    claim("the copy takes importance away from the policy's age", alone - twin[:, 0])
    claim("together the two are worth more than the more important of them", group - twin.max(axis=1))
    print(f"sum of the two minus both together: {mean_interval(twin.sum(axis=1) - group)}")

# %% [markdown]
# **Explain.** Nothing about fraud has changed, and yet the policy's age looks less important: while it is shuffled, the networks still read its copy. With copies enough, each of them would look useless, and dropping "the useless ones" would drop the best feature of all. Nor need the two importances add up to that of the pair: shuffling one column makes the two contradict each other, and part of what we measure is the networks' bewilderment at claims that cannot be. Cures: shuffle what goes together *together*, as one group; leave one out and train again; and look at the correlations before you believe any list of importances. Partial dependence walks into the same trap: its grid visits policies of 10 years for holders of 20.

# %% [markdown]
# ### Written answer 1  ·  4 points
#
# From a bank's report: "(1) The permutation importances of *income* and of *rent* are both below that of our random column, so we drop both. (2) The partial dependence of the predicted risk of default on age falls from 20 to 30, so customers become more reliable as they get older. (3) A surrogate tree explains 93 % of the model's variance, so the regulator can be shown the tree instead of the model." What is wrong with each conclusion, and what would you do instead? (Section 6 helps with the third.)

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_traps", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (1) Income and rent go together: with one of them shuffled the model still reads the other, so each alone may look useless while the pair is indispensable. Shuffle them together, or retrain without one, then without both, and compare on new rows over several seeds. (2) The curve tells what the *model* answers, averaged over rows some of which cannot exist (a 20-year-old with 15 years of employment), and not what happens to a person who gets older; age goes with income, tenure and more. At most: "the model predicts a lower risk, other inputs held fixed". Look at the ICE curves, at where there are data, and do not speak of cause and effect without an experiment or a causal argument. (3) 93 % of the variance over *all* customers is mostly the difference between the clearly good and the clearly bad; near the decision, which is where the regulator looks, the tree may follow the model badly. Report the fidelity there, and show the tree as an approximation; or use the tree (or another transparent model) *as the model*.
#
# **Rubric**
# - 1 point: correlated features share importance; shuffle together or retrain (the repair is needed for the full point).
# - 1 point: a PDP describes the model, not the world: no causal reading.
# - 1 point: fidelity on average is not fidelity where decisions are made, and the tree is not the model.
# - 1 point: sensible repairs for (2) and (3): ICE or restricted grid or "say: the model"; local fidelity or a transparent model. One of them: half a point.
# ### END SOLUTION

# %% [markdown]
# ## 6 · A surrogate: let a tree imitate the network  ·  15 min
#
# Replace the network by something readable that answers (nearly) the same. A **global surrogate** is a small tree fitted not to the labels but to the *network's answers*. How well it imitates is its **fidelity**, the share of the variance of the network's answers that it reproduces:
#
# $$R^2 = 1 - \frac{\sum_i (f(x_i) - t(x_i))^2}{\sum_i (f(x_i) - \bar f)^2}$$
#
# Fidelity is measured against the model, never against the labels: an explanation of a bad model should be as bad as the model.

# %% [markdown]
# ### Exercise 3 — `global_surrogate`  ·  4 points
#
# Fit scikit-learn's `DecisionTreeRegressor` (least squares, its default). The network's answers are numbers, so this is a regression, also when the network decides between two classes.


# %% nbgrader={"grade": false, "grade_id": "global_surrogate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def global_surrogate(predict, X, max_depth):
    """A regression tree that imitates a model, and how well it does on X.

    predict: rows (n, d) -> (n,); X: (n, d); max_depth: int, the largest depth of the tree.
    Returns (tree, fidelity): a fitted DecisionTreeRegressor, and its R² to the model's answers on X.
    """
    ### BEGIN SOLUTION
    answers = predict(X)
    tree = DecisionTreeRegressor(max_depth=max_depth).fit(X, answers)
    return tree, tree.score(X, answers)
    ### END SOLUTION


# %% nbgrader={"grade": false, "grade_id": "surrogate_tools", "locked": true, "schema_version": 3, "solution": false, "task": false}
def run_surrogate(predict, X, max_depth, X_new):
    """What comes out of the learner's surrogate: fidelity, the tree's answers for X_new, its depth; or a message."""
    pair = global_surrogate(predict, X.copy(), max_depth)
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        return "return two things: the fitted tree and its fidelity"
    tree, fidelity = pair
    if not isinstance(tree, DecisionTreeRegressor):
        return f"the first result must be a DecisionTreeRegressor, got an object of type {type(tree).__name__}"
    return fidelity, tree.predict(X_new), tree.get_depth()


# %% nbgrader={"grade": true, "grade_id": "test_global_surrogate", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(global_surrogate, points=4)


def surrogate_of(predict, X, max_depth, X_new):
    """Fidelity, answers for X_new and depth of the learner's surrogate, when there is one."""
    result = run_surrogate(predict, X, max_depth, X_new)
    check.holds(not isinstance(result, str), result)
    return result


X_steps = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1], [0, 0.2], [0, 0.8], [1, 0.2], [1, 0.8]])
two_steps = lambda X: 12.0 * (X[:, 0] > 0.5) + 6.0 * (X[:, 1] > 0.5) - 10  # variances 36 and 9
with check("one split of a model with two steps: the tree finds the larger one"):
    _, answers, depth = surrogate_of(two_steps, X_steps, 1, X_steps)
    check.expect(depth, 1, mistakes={"max_depth is ignored": 2, "one level too many: pass max_depth on as it is": 3})
    check.expect(
        answers,
        np.where(X_steps[:, 0] > 0.5, 5.0, -7.0),
        mistakes={
            "the tree has learnt yes or no: fit it to the model's answers themselves": np.where(
                X_steps[:, 0] > 0.5, 1.0, 0.0
            ),
        },
    )
with check("its fidelity is R² to the model: 36 of 45 parts of the variance"):
    fidelity, _, _ = surrogate_of(two_steps, X_steps, 1, X_steps)
    labels, answers = (two_steps(X_steps) > 0.5).astype(float), np.where(X_steps[:, 0] > 0.5, 5.0, -7.0)
    check.expect(
        fidelity,
        0.8,
        mistakes={
            "that is the share that is lost: fidelity is 1 minus it": 0.2,
            "that is the mean squared error: divide by the variance of the answers, and subtract from 1": 9.0,
            "that is an error in the units of the answers: divide its square by their variance, and subtract from 1": 3.0,
            "that is the correlation, not its square": np.sqrt(0.8),
            "the arguments of r2_score are exchanged: the model's answers come first": 0.75,
            "that is R² to yes and no: compare with the model's answers": 1
            - np.mean((labels - answers) ** 2) / labels.var(),
        },
    )
with check("two levels imitate it perfectly"):
    fidelity, answers, _ = surrogate_of(two_steps, X_steps, 2, X_steps)
    check.expect(answers, two_steps(X_steps))
    check.expect(fidelity, 1.0)
with check("X is left alone"):
    check.unchanged(lambda X: global_surrogate(two_steps, X, 1), X_steps)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(8)
X_wave, X_fresh = rng.normal(size=(300, 3)), rng.normal(size=(100, 3))
wave = lambda X: np.sin(2 * X[:, 0]) + X[:, 1] * X[:, 2] + 0.3 * X[:, 1]
with check("equal to a tree of scikit-learn's, on new rows too"):
    for depth in (2, 3):
        own = DecisionTreeRegressor(max_depth=depth, random_state=0).fit(X_wave, wave(X_wave))
        fidelity, answers, _ = surrogate_of(wave, X_wave, depth, X_fresh)
        check.expect(answers, own.predict(X_fresh))
        left = np.sum((wave(X_wave) - own.predict(X_wave)) ** 2)
        check.expect(fidelity, 1 - left / np.sum((wave(X_wave) - wave(X_wave).mean()) ** 2))
with check("a model that answers between 0 and 1 is imitated as it is"):
    probability = lambda X: special.expit(wave(X))
    fidelity, answers, _ = surrogate_of(probability, X_wave, 3, X_fresh)
    own = DecisionTreeRegressor(max_depth=3, random_state=0).fit(X_wave, probability(X_wave))
    check.expect(answers, own.predict(X_fresh))
    check.expect(fidelity, own.score(X_wave, probability(X_wave)))
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** How deep must the tree be to reproduce three quarters of the variance? And among the 5 % of claims with the highest scores, the ones that are held up: better or worse?

# %% tags=["demo"]
from sklearn.metrics import r2_score
from sklearn.tree import export_text

with needs(global_surrogate):
    depths, everywhere, at_the_top, smallest = range(1, 10), [], [], []
    for f in networks:
        trees = [global_surrogate(f, X_train[::3], depth)[0] for depth in depths]
        answers, highest = f(X_val), f(X_val) > np.quantile(f(X_val), 0.95)
        everywhere.append([r2_score(answers, tree.predict(X_val)) for tree in trees])
        at_the_top.append([r2_score(answers[highest], tree.predict(X_val[highest])) for tree in trees])
        smallest.append([np.bincount(tree.apply(X_train[::3]))[tree.tree_.children_left < 0].min() for tree in trees])
    everywhere, at_the_top = np.array(everywhere), np.array(at_the_top)
    figure, ax = plt.subplots()
    plots.bands(ax, depths, everywhere, "all validation claims")
    plots.bands(ax, depths, at_the_top, "the 5 % with the highest scores")
    ax.axhline(0, color="black", linewidth=1)
    ax.set(xlabel="depth of the tree", ylabel="fidelity (R² to the network)")
    ax.legend()
    plots.show(
        figure,
        "Fidelity against depth: over all claims it rises from a third to above three quarters; among the highest "
        "scores it is far lower at every depth and below zero for shallow trees.",
    )
    tree = global_surrogate(score, X_train, 2)[0]
    print(export_text(tree, feature_names=names, decimals=1))
    claim("at depth 4 the tree follows the network less well where claims are held up", (everywhere - at_the_top)[:, 3])
    print(
        f"claims in the smallest leaf: {np.median(np.array(smallest)[:, 1]):.0f} at depth 2, {np.median(np.array(smallest)[:, 8]):.0f} at depth 9"
    )

# %% [markdown]
# **Explain.** The tree of depth 2 is easy to read (**comprehensibility**), its rules can be checked against common sense, and it captures half of what the network does. Over *all* claims, that is. Among the claims that are held up, its fidelity is *negative*: there it is worse than saying the same number for all of them. The variance over all claims is mostly the difference between old policies and new ones; whoever reports one R² for everything hides that. A deep tree follows better and is no explanation any more; its smallest leaf holds one single claim, so that publishing the tree publishes somebody's case (**privacy**).

# %% [markdown]
# ## 7 · LIME: a straight line near one case  ·  20 min
#
# From all claims to one: **local** scope. The network's score is a bent surface, but near a single claim it can be approximated by a plane, and a plane can be read. **LIME** (*local interpretable model-agnostic explanations*) draws rows around the claim, asks the network about them, and fits a linear model in which near rows count more:
#
# $$z_i = x + \sigma \odot \epsilon_i, \qquad w_i = \exp\!\left(-\frac{\lVert \epsilon_i \rVert^2}{\text{width}^2}\right), \qquad \min_{a, b} \sum_i w_i \left(f(z_i) - a - b^\top z_i\right)^2$$
#
# $\sigma$ are the standard deviations of the background's columns and $\epsilon_i$ are standard normal, so distances are counted in standard deviations.

# %% [markdown]
# ### Exercise 4 — `lime_explain`  ·  6 points
#
# Sample *around x*, with the deviations of `X_background`; weigh; fit by weighted least squares with an intercept (scikit-learn's `LinearRegression().fit(..., sample_weight=weights)` may be used); return the slopes, without the intercept, per unit of the *original* features: if a feature is measured in metres, the slope is "per metre", not "per deviation".


# %% nbgrader={"grade": false, "grade_id": "lime_explain", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    """Slopes of the weighted linear fit to a model around one row.

    predict: rows (m, d) -> (m,); x: (d,), the row to explain; X_background: (n, d), none of its columns constant;
    rng: np.random.Generator; n_samples: rows to draw; kernel_width: in standard deviations, None for 0.75 * sqrt(d).
    Returns (d,): change of the answer per unit of each feature.
    """
    ### BEGIN SOLUTION
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum((noise / kernel_width) ** 2, axis=1))
    line = LinearRegression().fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_lime_explain", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(lime_explain, points=6)

BACKGROUND = np.random.default_rng(20).normal(size=(400, 3)) * [2.0, 0.5, 5.0] + [1.0, -3.0, 10.0]
DEVIATIONS, AWAY = BACKGROUND.std(axis=0), np.array([4.0, -2.0, 22.0])


def lime_run(predict, x=AWAY, background=BACKGROUND, seed=6, **options):
    """The learner's slopes, and the rows around x that predict was asked about."""
    listening, asked = overheard(predict)
    got = lime_explain(listening, x.copy(), background.copy(), np.random.default_rng(seed), **options)
    rows = np.concatenate([np.atleast_2d(part) for part in asked]) if asked else np.empty((0, len(x)))
    return got, rows[(rows != x).any(axis=1)]


def require_samples_around(x, rows, deviations, n):
    """Hold the sampled rows to the definition: how many, around what, how far."""
    check.holds(abs(len(rows) - n) <= 1, f"expected {n} rows around x (n_samples), predict was asked about {len(rows)}")
    ratio = rows.std(axis=0) / deviations
    wide = (
        f"the samples spread {ratio.round(2)} times as widely as the background's columns: use X_background.std(axis=0)"
    )
    check.holds(np.abs(ratio - 1).max() < 6 / np.sqrt(2 * n), wide)
    off = (rows.mean(axis=0) - x) / deviations
    elsewhere = f"the samples lie around {rows.mean(axis=0).round(1)}: draw them around x = {x}"
    check.holds(np.abs(off).max() < 6 / np.sqrt(n), elsewhere)


def slopes_by_least_squares(rows, answers, weights, intercept=True):
    """Weighted least squares by the normal equations, in units of the rows."""
    design = np.column_stack([rows, np.ones(len(rows))]) if intercept else rows
    return np.linalg.solve(design.T @ (weights[:, None] * design), design.T @ (weights * answers))[: rows.shape[1]]


straight = np.array([3.0, -2.0, 0.5])
with check("of a linear model it finds the coefficients, per unit of each feature"):
    check.expect(
        lambda: lime_run(lambda X: X @ straight + 7)[0],
        straight,
        rtol=1e-6,
        mistakes={
            "per standard deviation: divide by the background's deviations": straight * DEVIATIONS,
            "divided by the deviations once too often": straight / DEVIATIONS,
            "the intercept is among the results: return the slopes only": [7.0, 3.0, -2.0, 0.5],
            "the intercept is among the results: return the slopes": [3.0, -2.0, 0.5, 7.0],
            "slope times x: return the slopes": straight * AWAY,
        },
    )
with check("n_samples rows around x, with the background's deviations"):
    _, rows = lime_run(lambda X: X @ straight)
    require_samples_around(AWAY, rows, DEVIATIONS, 1000)
curved = lambda X: np.sum(((X - AWAY) / DEVIATIONS + 0.3) ** 3 * [1.0, 2.0, -1.0], axis=1) + 5


def weighted_by_the_definition(predict, n, **options):
    """The learner's slopes beside those of the definition on the learner's own samples, with the usual mistakes."""
    got, rows = lime_run(predict, n_samples=n, **options)
    require_samples_around(AWAY, rows, DEVIATIONS, n)
    width = options.get("kernel_width") or 0.75 * np.sqrt(3)
    distance, answers = np.sqrt((((rows - AWAY) / DEVIATIONS) ** 2).sum(axis=1)), predict(rows)
    fit = lambda weights, **more: slopes_by_least_squares(rows, answers, weights, **more)
    right = fit(np.exp(-(distance**2) / width**2))
    raw = ((rows - AWAY) ** 2).sum(axis=1)
    wrong = {
        "the samples are not weighted": fit(np.ones(len(rows))),
        "there is no factor 2 under the square: exp(-distance**2 / width**2)": fit(
            np.exp(-(distance**2) / (2 * width**2))
        ),
        "the distance is not squared": fit(np.exp(-distance / width)),
        "the distance is not squared, the width is": fit(np.exp(-distance / width**2)),
        "the weights are applied twice: least squares takes their root": fit(np.exp(-2 * distance**2 / width**2)),
        "the distances are in the original units: divide by the deviations": fit(np.exp(-raw / width**2)),
        "far rows count more than near ones: the exponent is negative": fit(1 - np.exp(-(distance**2) / width**2)),
        "the width is not squared": fit(np.exp(-(distance**2) / width)),
        "the fit has no intercept": slopes_by_least_squares(
            rows - AWAY, answers, np.exp(-(distance**2) / width**2), intercept=False
        ),
        "per standard deviation: divide by the background's deviations": right * DEVIATIONS,
    }
    if "kernel_width" in options:
        wrong["kernel_width is ignored"] = fit(np.exp(-(distance**2) / (0.75**2 * 3)))
        wrong["kernel_width is taken times sqrt(d): only the default has that factor"] = fit(
            np.exp(-(distance**2) / (3 * width**2))
        )
    else:
        wrong["the default width is 0.75 * sqrt(d)"] = fit(np.exp(-(distance**2) / 0.75**2))
        wrong["the default width is 0.75 * sqrt(d), not sqrt(d)"] = fit(np.exp(-(distance**2) / 3))
        wrong["the default width is 0.75 * sqrt(d), not 0.75 * d"] = fit(np.exp(-(distance**2) / 2.25**2))
    return got, right, wrong


with check("of a bent model it fits the near rows: weights exp(-distance**2 / width**2)"):
    for options in ({}, {"kernel_width": 0.8}):
        got, right, wrong = weighted_by_the_definition(curved, 1000, **options)
        check.expect(got, right, rtol=0.004, mistakes=wrong)
with check("the inputs are left alone"):
    check.unchanged(lambda x, X: lime_explain(curved, x, X, np.random.default_rng(0)), AWAY, BACKGROUND)
### BEGIN HIDDEN TESTS
with check("a kernel_width of your own is used"):
    for width in (0.6, 2.5):
        got, right, wrong = weighted_by_the_definition(curved, 3000, kernel_width=width)
        check.expect(got, right, rtol=0.004, mistakes=wrong)
with check("all samples come from rng, and a large offset changes nothing"):
    np.random.seed(1)
    once = lime_run(curved, seed=11)[0]
    np.random.seed(2)
    check.expect(lambda: lime_run(curved, seed=11)[0], once)
    check.expect(lambda: lime_run(lambda X: curved(X) + 1000, seed=11)[0], once, rtol=1e-6)
    check.holds(not np.allclose(lime_run(curved, seed=12)[0], once), "another rng gave the same samples: draw from rng")
with check("five features"):
    wide = np.random.default_rng(21).normal(size=(300, 5)) * [1, 2, 3, 4, 5]
    slopes = np.array([1.0, -1, 2, 0, 0.5])
    check.expect(
        lambda: lime_run(lambda X: X @ slopes, np.arange(5.0), wide, n_samples=300)[0], slopes, rtol=1e-6, atol=1e-8
    )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# What does "near" mean? The width decides, and nobody tells us the right one.
#
# > **Predict.** The slope of the policy's age at our case, for widths from a tenth to three times $\sqrt d$: will it stay the same, shrink, or change its sign? And how much will it change from one draw of the samples to the next?

# %% tags=["demo"]
with needs(lime_explain):
    background = X_train[:500].astype(float)
    factors = np.array([0.15, 0.25, 0.5, 0.75, 1.5, 3.0])
    slopes = np.array(
        [
            [
                lime_explain(
                    score,
                    X_val[case].astype(float),
                    background,
                    np.random.default_rng([seed, 7]),
                    500,
                    factor * np.sqrt(12),
                )
                for factor in factors
            ]
            for seed in SEEDS
        ]
    )
    figure, ax = plt.subplots()
    for j in (0, 1, 4, 11):
        plots.bands(ax, factors, slopes[:, :, j], names[j])
    ax.axhline(0, color="black", linewidth=1)
    ax.axvline(0.75, color="0.5", linestyle=":", linewidth=1)
    ax.set(
        xscale="log", xlabel="kernel width / $\\sqrt{d}$ (dotted: the default)", ylabel="slope per standard deviation"
    )
    ax.set_xticks(factors, factors)
    ax.xaxis.set_minor_locator(plt.NullLocator())
    ax.legend(fontsize=8, ncols=2, loc="center", bbox_to_anchor=(0.55, 0.36))
    plots.show(
        figure,
        "LIME's slopes for four features against the kernel width: they change little, but their bands are "
        "wide at narrow kernels.",
    )
    rng = np.random.default_rng(SEED)
    some_held_up = rng.choice(np.flatnonzero(scores > alarm), 10, replace=False)

    def luck(i, factor):
        """How much LIME's slopes at validation claim i differ from draw to draw: their deviation, mean over features."""
        draws = [
            lime_explain(score, X_val[i].astype(float), background, rng, 500, factor * np.sqrt(12)) for _ in range(8)
        ]
        return np.std(draws, axis=0, ddof=1).mean()

    narrow, default = (np.array([luck(i, factor) for i in some_held_up]) for factor in (0.25, 0.75))
    print(
        f"deviation of the slopes from draw to draw: {mean_interval(narrow)} at 0.25, {mean_interval(default)} at the default width"
    )
    claim("a width of 0.25 makes the slopes less certain than the default", narrow - default, over="claims")

# %% [markdown]
# **Explain.** Around this claim the network is nearly a plane (its slopes stay the same), so LIME's slopes hardly depend on the width: lucky for us, and no rule. What does depend on it is chance. With a narrow kernel a handful of the 500 samples carry all the weight, and two runs tell two stories about the same claim. In a space of $d$ features the typical distance of a sample is $\sqrt d$, which is where the default comes from. Before you show anybody a LIME explanation, run it again.
#
# A slope also answers another question than you may think: "what if the policy were a little older?", and not "what made the score so high?". The next method answers that one.

# %% [markdown]
# ## 8 · Shapley values: share out the answer  ·  25 min
#
# LIME has a dial that nobody can set for us. Is there an explanation without dials? Ask for fairness. The score of our case minus the mean score of the background is a sum of money that twelve features have earned *together*. How to share it out?
#
# Let the features enter a room one after the other. $v(S)$ is the mean answer when the features in $S$ have the case's values and all others those of a background row:
#
# $$v(S) = \frac1m \sum_{b=1}^m f(x_S,\, b_{\bar S})$$
#
# Whoever enters is paid by how much $v$ changes. That depends on who is there already, so average over *all* orders. Grouped by who is there, this is the **Shapley value**:
#
# $$\phi_j = \sum_{S \not\ni j} \frac{|S|!\,(d - |S| - 1)!}{d!} \left(v(S \cup \{j\}) - v(S)\right)$$
#
# It is the only way of sharing with four properties: the parts add up to the whole (**efficiency**, $\sum_j \phi_j = f(x) - v(\emptyset)$); who never changes anything gets nothing; who always changes the same gets the same; and the values of a sum of models are the sums of their values.
#
# Three features and a model small enough for paper, $f(x) = x_1 x_2 + x_3$ at $x = (2, 3, 1)$ against the single background row $(0, 0, 0)$:

# %% tags=["demo", "nbval-check-output"]
worth = lambda S: (2 if 1 in S else 0) * (3 if 2 in S else 0) + (1 if 3 in S else 0)
paid = {}
for order in permutations((1, 2, 3)):
    paid[" → ".join(map(str, order))] = [
        worth(order[: order.index(j) + 1]) - worth(order[: order.index(j)]) for j in (1, 2, 3)
    ]
orders = pd.DataFrame(paid, index=["feature 1", "feature 2", "feature 3"]).T
print(orders.to_string())
print("mean over the six orders, the Shapley values:", *orders.mean())

# %% [markdown]
# ### Exercise 5 — `shapley_values`  ·  8 points
#
# Exactly, over all $2^d$ coalitions (at most 4,096). "Absent" means *taken from the background rows*: for each coalition replace the absent features by those of each background row in turn and average the model's **answers**, not the rows. Hints: `product([False, True], repeat=d)` lists all coalitions; `np.where(present, x, X_background)` builds the rows of one; the weight in the formula is $1 / (d \binom{d-1}{|S|})$, and `special.comb` computes the binomial. One call of `predict` with many rows is much faster than many calls with few.


# %% nbgrader={"grade": false, "grade_id": "shapley_values", "locked": false, "schema_version": 3, "solution": true, "task": false}
def shapley_values(predict, x, X_background):
    """Exact Shapley values of one row's features.

    predict: rows (m, d) -> (m,); x: (d,), d <= 12; X_background: (n, d), where absent features come from.
    Returns (d,): they sum to predict(x) minus the mean of predict(X_background).
    """
    ### BEGIN SOLUTION
    d = len(x)
    present = np.array(list(product([False, True], repeat=d)))
    rows = np.where(present[:, None], x, X_background)
    worth = predict(np.concatenate(rows)).reshape(rows.shape[:2]).mean(axis=1)
    others = present.sum(axis=1, keepdims=True) - present  # how many there are beside the feature itself
    weights = np.where(present, 1, -1) / (d * special.comb(d - 1, others))
    return worth @ weights
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_shapley_values", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(shapley_values, points=8)


def by_all_orders(worth, d):
    """Another definition: what each feature adds when it enters, averaged over all d! orders; worth(present) -> number."""
    total = np.zeros(d)
    for order in permutations(range(d)):
        present = np.zeros(d, bool)
        for j in order:
            before = worth(present)
            present[j] = True
            total[j] += worth(present) - before
    return total / special.factorial(d)


def usual_mistakes(predict, x, background):
    """What other ways of sharing out would give."""
    d, value = len(x), lambda present: predict(np.where(present, x, background)).mean()
    of_mean_row = lambda present: predict(np.where(present, x, background.mean(axis=0))[None]).mean()
    alone, all_but = np.eye(d, dtype=bool), ~np.eye(d, dtype=bool)
    everyone, nobody = np.ones(d, bool), np.zeros(d, bool)
    without = [[c for c in map(np.array, product([False, True], repeat=d)) if not c[j]] for j in range(d)]
    gains = [[value(c | alone[j]) - value(c) for c in without[j]] for j in range(d)]
    right = by_all_orders(value, d)
    return right, {
        "the background was averaged to one row: average the model's answers": by_all_orders(of_mean_row, d),
        "every coalition has the same weight: weigh by |S|! (d − |S| − 1)! / d!": np.mean(gains, axis=1),
        "the coalitions are summed without weights": np.sum(gains, axis=1),
        "only the last feature to enter was looked at": np.array([value(everyone) - value(c) for c in all_but]),
        "only the first feature to enter was looked at": np.array([value(c) - value(nobody) for c in alone]),
        "absent features were set to 0: take them from the background": by_all_orders(
            lambda present: predict(np.where(present, x, 0.0)[None])[0], d
        ),
        "the sign is turned: present minus absent": -right,
        "the weights lack the factor 1/d": d * right,
    }


X_behind = np.array([[1.0, -1, 2, 0.5], [0, 2, -1, 1], [3, 1, 0.5, -2], [-1, 0.5, 1, 1]])
case_x = np.array([2.0, -1.5, 3, 1])
with check("an additive model: each feature gets its own part"):
    additive = lambda X: 2 * X[:, 0] - X[:, 1] + X[:, 2] ** 2 + 5
    parts = lambda X: np.column_stack([2 * X[:, 0], -X[:, 1], X[:, 2] ** 2, 0 * X[:, 0]])
    own_parts = parts(case_x[None])[0] - parts(X_behind).mean(axis=0)
    _, known = usual_mistakes(additive, case_x, X_behind)
    known = {name: value for name, value in known.items() if not np.allclose(value, own_parts)}
    check.expect(lambda: shapley_values(additive, *copies(case_x, X_behind)), own_parts, atol=1e-9, mistakes=known)
with check("features that work together: the mean over all orders of entering"):
    together = lambda X: X[:, 0] * X[:, 1] * X[:, 2] + X[:, 0] * X[:, 3] ** 2 + X[:, 2]
    right, known = usual_mistakes(together, case_x, X_behind)
    check.expect(lambda: shapley_values(together, *copies(case_x, X_behind)), right, atol=1e-9, mistakes=known)
with check("efficiency: the parts add up to the answer minus the background's mean answer"):
    whole = together(case_x[None])[0] - together(X_behind).mean()
    check.expect(lambda: np.sum(shapley_values(together, *copies(case_x, X_behind))), whole, rtol=1e-6)
with check("the inputs are left alone"):
    check.unchanged(lambda x, X: shapley_values(together, x, X), case_x, X_behind)
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(30)
W_test, v_test = rng.normal(size=(5, 6)), rng.normal(size=6)
small_net = lambda X: np.tanh(X @ W_test) @ v_test
with check("a small network with five features, seven background rows"):
    behind, front = rng.normal(size=(7, 5)), rng.normal(size=5)
    right, known = usual_mistakes(small_net, front, behind)
    check.expect(lambda: shapley_values(small_net, *copies(front, behind)), right, atol=1e-9, mistakes=known)
with check("one feature, two features, one background row"):
    square = lambda X: X.sum(axis=1) ** 2
    check.expect(lambda: shapley_values(square, np.array([3.0]), np.array([[1.0], [2]])), [9 - 2.5])
    check.expect(lambda: shapley_values(square, np.array([1.0, 2]), np.array([[0.0, 0]])), [3.0, 6])
with check("ten features: one that is not used, two that are interchangeable"):
    big = lambda X: np.maximum(X[:, 0] + X[:, 1], 0) * X[:, 2] + X[:, 4:].sum(axis=1)
    front, behind = np.r_[1.5, 1.5, 2.0, 9.0, np.arange(6.0)], np.zeros((1, 10))
    check.expect(
        lambda: shapley_values(big, front, behind), np.r_[1.5, 1.5, 3, 0, np.arange(6.0)], rtol=1e-6, atol=1e-9
    )
with check("the values of a sum of models are the sums of their values"):
    values = lambda f: np.asarray(shapley_values(f, *copies(case_x, X_behind)))
    check.expect(
        lambda: values(lambda X: additive(X) - 3 * together(X)), values(additive) - 3 * values(together), rtol=1e-6
    )
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Back to the customer who waits. Her score, piece by piece, against fifty background claims; and the same from `shap`, the library that everybody uses.
#
# > **Predict.** Which features will push her score up, and will anything pull it down?


# %% tags=["demo"]
def waterfall(ax, parts, start, labels):
    """Bars from the background's mean score to the score of the case, largest part first."""
    order = np.argsort(-np.abs(parts))
    ends = start + np.cumsum(parts[order])
    for place, (j, end) in enumerate(zip(order, ends, strict=True)):
        ax.barh(place, -parts[j], left=end, color="C1" if parts[j] > 0 else "C0")
        ax.text(1.02, place, f"{parts[j]:+.2f}", va="center", fontsize=8, transform=ax.get_yaxis_transform())
    ax.axvline(start, color="black", linestyle=":", linewidth=1)
    ax.axvline(ends[-1], color="black", linewidth=1)
    ax.set_yticks(range(len(parts)), [labels[j] for j in order])
    ax.invert_yaxis()


with needs(shapley_values):
    behind = X_train[:50].astype(float)
    x_case = X_val[case].astype(float)
    started = time.perf_counter()
    phi = shapley_values(score, x_case, behind)
    seconds = time.perf_counter() - started
    figure, ax = plt.subplots(figsize=(6.4, 4))
    waterfall(ax, phi, score(behind).mean(), names)
    ax.set(xlabel="score (log odds); dotted: mean of the background, line: this claim")
    plots.show(
        figure,
        "A waterfall of twelve bars from the background's mean score to the score of the case: the policy's "
        "age alone makes up most of the way; the other features add or take away less than one each.",
    )
    print(
        f"sum of the parts {phi.sum():.4f}, score minus mean score {score(x_case[None])[0] - score(behind).mean():.4f}; {seconds:.2f} s"
    )

# %% tags=["demo"]
import shap

with needs(shapley_values):
    theirs = shap.explainers.Exact(score, behind)(x_case[None], silent=True).values[0]
    print(f"largest difference from shap's exact explainer: {np.abs(theirs - phi).max():.1e}")
    by_hand = weights * (x_case - behind.mean(axis=0))
    linear = shapley_values(linear_score, x_case, behind)
    print(
        f"for the logistic regression, largest difference from weight × (x − mean): {np.abs(linear - by_hand).max():.1e}"
    )

# %% [markdown]
# **Explain.** Now the parts add up to the whole, with no dial but the background rows: the picture says "compared with *these* claims". Your values are those of `shap` to the last digits. And for the linear model they are what section 2 could read off directly, weight × (x − mean): where a model is its own explanation, Shapley values find just that.
#
# Between one claim and all claims lies a **group**: the claims that are held up, for example. Take the mean size of their Shapley values (local scope, a group of predictions). The right panel measures the **algorithmic complexity**, the time that an explanation takes.
#
# > **Predict.** Where will the random column stand in the left panel?

# %% tags=["demo"]
with needs(shapley_values):
    rng = np.random.default_rng(SEED)
    groups = {"held up": np.flatnonzero(scores > alarm), "all claims": np.arange(len(X_val))}
    parts = {
        name: np.array(
            [shapley_values(score, X_val[i].astype(float), behind[:15]) for i in rng.choice(rows, 40, replace=False)]
        )
        for name, rows in groups.items()
    }
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.6), width_ratios=(3, 2))
    order = np.argsort(np.abs(parts["all claims"]).mean(axis=0))
    for place, (name, values) in enumerate(parts.items()):
        left.barh(np.arange(12) + 0.35 * place, np.abs(values).mean(axis=0)[order], height=0.35, label=name)
    left.set_yticks(np.arange(12) + 0.17, np.array(names)[order])
    left.set(xlabel="mean size of the Shapley value")
    left.legend()
    costs = {}
    for d in (4, 6, 8, 10, 12):
        f = lambda X, d=d: X @ np.arange(d)
        started = time.perf_counter()
        for _ in range(5):
            shapley_values(f, np.ones(d), np.zeros((10, d)))
        costs[d] = (time.perf_counter() - started) / 5
    right.plot(costs.keys(), costs.values(), "o-")
    right.set(yscale="log", xlabel="features d", ylabel="seconds for one explanation")
    plots.show(
        figure,
        "Left: mean sizes of the Shapley values of claims that are held up and of all claims; the policy's "
        "age leads in both. Right: seconds for one explanation against the number of features, straight on a log scale.",
    )
    sizes = np.array(
        [
            np.abs([shapley_values(f, X_val[i].astype(float), behind[:5]) for i in range(10)]).mean(axis=0)
            for f in networks
        ]
    )
    rank = 1 + (sizes > sizes[:, 11:]).sum(axis=1)
    print(f"rank of the random column by mean size, ten networks: {mean_interval(rank)} of 12")
    claim("the random column does not come last", 12 - rank)
    years = costs[12] * 2.0 ** (64 - 12) / (3600 * 24 * 365)
    print(f"at this rate 64 features would take {years:,.0f} years")

# %% [markdown]
# **Explain.** The random column is not last. Shapley values tell what the model *does* with a feature, not whether that is any *good*: our network does react to the hat, by little and for nothing, and its parts report it truthfully. Permutation importance asked the other question, what the score would lose. Keep the two apart.
#
# The price doubles with every feature. `shap` gets further by sampling orders, by exploiting the structure of trees or networks, or by grouping features. The next section groups, and then looks inside.

# %% [markdown]
# ## 9 · Gradients: when you may look inside  ·  25 min
#
# All methods so far treat the model as a box that answers questions (**translucency** zero). For a network there is more to be had: its gradient. The **saliency** of pixel $j$ is the slope of one class's output, $\partial f_c / \partial x_j$. One backward pass, whatever the number of pixels. But slopes have a flaw: a network that is *sure* has a flat output. The slope is nearly zero just where the explanation would be easiest.
#
# **Integrated gradients** walk from a baseline $x'$ (here a black image) to the image and add up the slopes along the way:
#
# $$\mathrm{IG}_j = (x_j - x'_j) \int_0^1 \frac{\partial f_c}{\partial x_j}\bigl(x' + t\,(x - x')\bigr)\, dt$$
#
# They are **complete**: like Shapley values they sum to $f_c(x) - f_c(x')$. The integral becomes a mean over `steps` points.

# %% [markdown]
# ### Exercise 6 — `integrated_gradients`  ·  6 points
#
# `model` is a Keras model, rows in and one output for each class out. Make the input a float32 tensor with a row dimension, `tape.watch` it (without that the gradient is `None`), call `model(rows)` (not `model.predict`, which a tape cannot follow), pick the output `[:, class_index]`, and differentiate *that*, not a loss. Return NumPy arrays. For the integral any Riemann rule will do; send the whole path through the model as one batch.


# %% nbgrader={"grade": false, "grade_id": "integrated_gradients", "locked": false, "schema_version": 3, "solution": true, "task": false}
def saliency(model, x, class_index):
    """Gradient of one output of a Keras model with respect to its input.

    model: rows (n, d) -> outputs (n, k); x: (d,); class_index: which of the k outputs.
    Returns (d,), a NumPy array.
    """
    ### BEGIN SOLUTION
    rows = tf.constant(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy().ravel()
    ### END SOLUTION


def integrated_gradients(model, x, baseline, class_index, steps=64):
    """Integrated gradients of one output along the straight line from a baseline to x.

    model: as for `saliency`; x, baseline: (d,); steps: points of the Riemann sum.
    Returns (d,), a NumPy array: they sum to the output at x minus the output at the baseline, up to the sum's error.
    """
    ### BEGIN SOLUTION
    shares = np.linspace(0, 1, steps)
    rows = tf.constant(baseline + np.outer(shares, x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        outputs = model(rows)[:, class_index]
    return (x - baseline) * tape.gradient(outputs, rows).numpy().mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_integrated_gradients", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(saliency, integrated_gradients, points=6)

rng = np.random.default_rng(56)
W_flat, b_flat = np.array([[1.0, -2, 3], [0.5, 4, -1], [2, 1.5, -3], [-1, -0.5, 2]]), np.array([1.0, 2, 3])
W_in, b_in, W_out, b_out = (0.5 * rng.normal(size=shape) for shape in ((4, 5), 5, (5, 3), 3))
flat_model, bent_model = network_of(W_flat, b_flat, output="linear"), network_of(W_in, b_in, W_out, b_out)
x_there, x_base = np.array([1.0, -0.5, 2.0, 0.8]), np.array([0.2, 0.4, -0.5, 0.3])


def probability_of(X, c):
    """The bent model in NumPy: rows (n, 4) -> probability of class c (n,)."""
    return special.softmax(np.tanh(X @ W_in + b_in) @ W_out + b_out, axis=1)[:, c]


def slopes_at(X, c, eps=1e-5):
    """Central differences of `probability_of` at each row, (n, 4)."""
    steps = eps * np.eye(4)
    return np.stack([(probability_of(X + s, c) - probability_of(X - s, c)) / (2 * eps) for s in steps], axis=1)


with check("saliency of a linear model: the weights of that output"):
    check.expect(
        lambda: saliency(flat_model, x_there.copy(), 1),
        W_flat[:, 1],
        rtol=1e-4,
        mistakes={
            "all outputs were differentiated together: pick [:, class_index]": W_flat.sum(axis=1),
            "that is another class's gradient": W_flat[:, 0],
            "the sign was thrown away": np.abs(W_flat[:, 1]),
            "gradient times input: return the gradient itself": W_flat[:, 1] * x_there,
            "there is one dimension too many: return the gradient of the one row": W_flat[:, 1][None],
        },
    )
with check("both return NumPy arrays"):
    for got in (saliency(flat_model, x_there.copy(), 1), integrated_gradients(flat_model, *copies(x_there, x_base), 1)):
        told = f"got an object of type {type(got).__name__}: return a NumPy array (.numpy())"
        check.holds(isinstance(got, np.ndarray), told)
with check("saliency of a network: the slope of its probability"):
    for c in (0, 2):
        slope, p = slopes_at(x_there[None], c)[0], probability_of(x_there[None], c)[0]
        check.expect(
            lambda c=c: saliency(bent_model, x_there.copy(), c),
            slope,
            rtol=1e-3,
            mistakes={
                "that is the gradient of the loss: differentiate the output itself": -slope / p,
                "that is the gradient of the logarithm: differentiate the output itself": slope / p,
                "the sign was thrown away": np.abs(slope),
                "gradient times input: return the gradient itself": slope * x_there,
            },
        )
with check("integrated gradients of a linear model: weight times (x − baseline)"):
    check.expect(
        lambda: integrated_gradients(flat_model, *copies(x_there, x_base), 1),
        W_flat[:, 1] * (x_there - x_base),
        rtol=1e-3,
        mistakes={
            "the factor x − baseline is missing": W_flat[:, 1],
            "that is gradient times x: the factor is x − baseline": W_flat[:, 1] * x_there,
            "the sign is turned: x − baseline": W_flat[:, 1] * (x_base - x_there),
            "the slopes were added up: take their mean": 64 * W_flat[:, 1] * (x_there - x_base),
            "all outputs were differentiated together: pick [:, class_index]": W_flat.sum(axis=1) * (x_there - x_base),
            "all attributions were added up: return one for each input": np.sum(W_flat[:, 1] * (x_there - x_base)),
        },
    )
with check("completeness: they sum to the change of the probability, to 1 %"):
    for c in (0, 2):
        change = probability_of(x_there[None], c)[0] - probability_of(x_base[None], c)[0]
        factor, slope = x_there - x_base, slopes_at(x_there[None], c)[0]
        check.expect(
            lambda c=c: np.sum(integrated_gradients(bent_model, *copies(x_there, x_base), c)),
            change,
            rtol=0.01,
            mistakes={
                "only the slope at x was used: take the mean along the way": np.sum(factor * slope),
                "only the slope at the baseline was used": np.sum(factor * slopes_at(x_base[None], c)[0]),
            },
        )
with check("the inputs are left alone"):
    check.unchanged(lambda x, b: integrated_gradients(flat_model, x, b, 0), x_there, x_base)
    check.unchanged(lambda x: saliency(flat_model, x, 0), x_there)


### BEGIN HIDDEN TESTS
def along_the_way(x, base, c, points=2000):
    """The integral by a fine midpoint sum of central differences."""
    shares = (np.arange(points) + 0.5) / points
    return (x - base) * slopes_at(base + np.outer(shares, x - base), c).mean(axis=0)


with check("each input's own part, against a fine sum of differences"):
    for c, ends in ((0, (x_there, x_base)), (2, (x_base, x_there))):
        right = along_the_way(*ends, c)
        near = 0.02 * np.abs(right).max()
        check.expect(lambda c=c, ends=ends: integrated_gradients(bent_model, *copies(*ends), c), right, atol=near)
with check("more steps come closer, one step does not suffice"):
    far = 6 * x_there
    right = along_the_way(far, x_base, 2)
    size = np.abs(right).max()
    off = lambda n: np.abs(integrated_gradients(bent_model, *copies(far, x_base), 2, steps=n) - right).max() / size
    check.at_most(lambda: off(100), 0.03, "100 steps should come close to the integral: use `steps` points")
    check.at_least(lambda: off(1), 0.05, "one step gave (nearly) the integral: use exactly `steps` points")
with check("where nothing changes there is nothing to explain"):
    check.expect(lambda: integrated_gradients(bent_model, *copies(x_there, x_there), 0), np.zeros(4), atol=1e-6)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# Ten networks for digits, 32 hidden units, a probability for each of ten classes. The features are pixels now; and because $2^{64}$ coalitions are too many, Shapley values are computed for twelve **patches** of the image, each a switch that leaves its pixels alone (1) or paints them black (0). `shapley_values` needs no change for that: the function of switches *is* a model.

# %% tags=["demo"]
images = data.load_digits() if PROFILE == "quick" else data.load_mnist()
images = images._replace(x_train=images.x_train[:10_000], y_train=images.y_train[:10_000])
readers = StackedMLP(images, keras.optimizers.Adam(), hidden=32, seeds=SEEDS)
accuracy = readers.train(15, learning_rate=0.005).val_accuracy[:, -1]
first, second, third, fourth = (variable.numpy() for variable in readers.variables)
keras_readers = [network_of(first[s], second[s, 0], third[s], fourth[s, 0], hidden="relu") for s in range(len(SEEDS))]
reader = keras_readers[0]
print(f"accuracy on validation digits: {mean_interval(accuracy)}")

side = round(images.x_val.shape[1] ** 0.5)
bands_of = lambda parts: np.array_split(np.arange(side), parts)
masks = np.array(
    [
        [r in rows and c in columns for r in range(side) for c in range(side)]
        for rows in bands_of(4)
        for columns in bands_of(3)
    ],
    float,
)


def patch_model(s, image, label):
    """Reader s as a function of switches (n, 12) -> probability of the label (n,)."""

    def probability(on):
        rows = np.asarray(on) @ masks * image
        return special.softmax(np.maximum(rows @ first[s] + second[s], 0) @ third[s] + fourth[s], axis=1)[:, label]

    return probability


def patch_parts(s, image, label):
    """Exact Shapley values of the twelve patches, against black."""
    return shapley_values(patch_model(s, image, label), np.ones(12), np.zeros((1, 12)))


# %% tags=["demo"]
with needs(saliency, integrated_gradients, shapley_values):
    black = np.zeros(side**2)
    read = reader(images.x_val).numpy()[np.arange(len(images.y_val)), images.y_val]  # probability of the right class
    shown = [int(np.flatnonzero((images.y_val == label) & (read > 0.9))[0]) for label in (0, 2, 4, 7, 8)]
    figure, axes = plt.subplots(4, 5, figsize=(6.4, 5.4))
    for column, i in enumerate(shown):
        image, label = images.x_val[i].astype(float), int(images.y_val[i])
        pictures = {
            f"P({label}) = {read[i]:.3f}": image,
            "saliency": saliency(reader, image, label),
            "integrated\ngradients": integrated_gradients(reader, image, black, label),
            "Shapley,\npatches": patch_parts(0, image, label) @ masks,
        }
        for line, (name, picture) in enumerate(pictures.items()):
            ax = axes[line, column]
            limit = np.abs(picture).max()
            ax.imshow(
                picture.reshape(side, side),
                cmap="gray" if line == 0 else "PuOr_r",
                vmin=0 if line == 0 else -limit,
                vmax=limit,
            )
            ax.set(xticks=[], yticks=[])
            if line == 0:
                ax.set_title(name, fontsize=8)
            elif column == 0:
                ax.set_ylabel(name, rotation=0, ha="right", va="center", fontsize=8)
    plots.show(
        figure,
        "Five digits and three explanations of each, orange for and purple against the class: saliency is "
        "scattered over the image, also over black pixels; integrated gradients lie on the strokes; Shapley values "
        "mark whole patches.",
    )
    sure, slope, complete = [], [], []
    for image, label in zip(images.x_val[:100].astype(float), images.y_val[:100], strict=True):
        p, p_black = (reader(rows[None].astype("float32")).numpy()[0, label] for rows in (image, black))
        sure.append(p)
        slope.append(np.abs(saliency(reader, image, label)).sum())
        complete.append(np.abs(integrated_gradients(reader, image, black, label).sum() - (p - p_black)))
    print(
        f"rank correlation of probability and size of the saliency, 100 digits: {stats.spearmanr(sure, slope).statistic:.2f}"
    )
    print(f"integrated gradients, largest gap in the sum: {max(complete):.4f}")

# %% [markdown]
# **Explain.** The rank correlation is close to −1: the surer the network, the smaller its slopes, and what is left of them is scattered over the image, black corners included (colours are scaled image by image). Integrated gradients collect the slopes from where the decision was made on the way from black, and a pixel that is black itself gets nothing, because its factor $x_j - x'_j$ is zero. That is a choice too: with a white baseline it would be the other way round. Both methods are **model-specific**: they need a model with gradients (high translucency) and cannot be carried to a forest (low portability). In exchange they cost one batch instead of $2^{64}$ questions.

# %% [markdown]
# ## 10 · What is an explanation worth?  ·  20 min
#
# Explanations are easy to make and pleasant to look at. Are they *good*? An explanation of one prediction has properties of its own, and most of them can be measured:
#
# - **fidelity**: does it describe what the model does? (section 6 measured it for trees; the deletion test below does for pictures)
# - **accuracy**: would it predict well on new data? (for the logistic regression of section 2 the two coincide, because it *is* the model)
# - **stability**: does a small change of the input leave it nearly as it is?
# - **consistency**: do two models that predict alike get like explanations?
# - **comprehensibility**: do people understand it? (a tree of depth 2, yes; of depth 9, no)

# %% [markdown]
# ### Exercise 7 — `explanation_stability`  ·  4 points
#
# Explain `x`, and `n` copies of it with normal noise of deviation `sigma` on every feature. Compare each of those explanations with that of `x` by Spearman's rank correlation (`stats.spearmanr(a, b).statistic`), and return the mean. The explanation of `x` is not compared with itself: that would be 1 for nothing.


# %% nbgrader={"grade": false, "grade_id": "explanation_stability", "locked": false, "schema_version": 3, "solution": true, "task": false}
def explanation_stability(explain, x, rng, sigma, n=10):
    """Mean rank correlation of the explanation of x with the explanations of noisy copies of x.

    explain: row (d,) -> (d,); x: (d,); rng: np.random.Generator; sigma: deviation of the noise; n: number of copies.
    Returns a number, at most 1.
    """
    ### BEGIN SOLUTION
    noisy = rng.normal(x, sigma, (n, len(x)))
    own = explain(x)
    return np.mean([stats.spearmanr(own, explain(copy)).statistic for copy in noisy])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_explanation_stability", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(explanation_stability, points=4)

x_quiet = np.array([1.0, -2, 0.5, 3, -1, 0.2])
W_mix = np.random.default_rng(50).normal(size=(6, 6))
mixed = lambda x: np.exp(0.5 * np.asarray(x, float) @ W_mix) * [1, -1, 1, -1, 1, 1]  # of both signs, far from linear


def stability_run(explain, x=x_quiet, seed=3, sigma=0.7, **options):
    """The learner's stability, and the noisy rows that were explained."""
    listening, asked = overheard(explain)
    got = explanation_stability(listening, x.copy(), np.random.default_rng(seed), sigma, **options)
    rows = [np.ravel(row) for row in asked if np.size(row) == len(x)]
    return got, [row for row in rows if not np.array_equal(row, x)]


def mean_of(correlation, explain, rows, change=lambda explanation: explanation):
    """The mean correlation of the explanation of x_quiet with those of the rows."""
    return np.mean([correlation(change(explain(x_quiet)), change(explain(row))) for row in rows])


ranks_agree = lambda a, b: np.corrcoef(stats.rankdata(a), stats.rankdata(b))[0, 1]
values_agree = lambda a, b: np.corrcoef(a, b)[0, 1]
with check("ten noisy copies of x are explained, and as many as n says"):
    for options, wanted in (({}, 10), ({"n": 4}, 4)):
        _, rows = stability_run(mixed, **options)
        check.expect(len(rows), wanted, mistakes={"n is ignored": 14 - wanted, "no noise was added": 0})
with check("the noise: deviation sigma on every feature, drawn for each copy and feature on its own"):
    _, rows = stability_run(mixed, sigma=0.3, n=400)
    check.holds(len(rows) == 400, f"expected 400 noisy copies of x, {len(rows)} were explained")
    noise = np.array(rows) - x_quiet
    told = f"with sigma = 0.3 the copies deviate from x by {noise.std(axis=0).round(2)}"
    anew = f"{told}: add rng.normal(0, sigma, x.shape) to x, each time anew"
    check.holds(np.abs(noise.std(axis=0) / 0.3 - 1).max() < 0.25, anew)
    alike = np.abs(np.corrcoef(noise.T) - np.eye(6)).max()
    check.holds(alike < 0.35, "all features of a copy got the same noise: draw one number for each feature")
with check("the mean of Spearman's rank correlation with the explanation of x"):
    got, rows = stability_run(mixed)
    check.holds(len(rows) == 10 and np.std(rows, axis=0).min() > 0.1, "explain x and n noisy copies of it")
    right = mean_of(ranks_agree, mixed, rows)
    wrong = {
        "that is Pearson's correlation: compare ranks": mean_of(values_agree, mixed, rows),
        "that is Pearson's correlation of absolute values": mean_of(values_agree, mixed, rows, np.abs),
        "the signs were thrown away: rank the explanations as they are": mean_of(ranks_agree, mixed, rows, np.abs),
        "x is compared with itself too: only with the noisy copies": (10 * right + 1) / 11,
        "the correlations were added up: take their mean": 10 * right,
        "that is Kendall's rank correlation": mean_of(lambda a, b: stats.kendalltau(a, b).statistic, mixed, rows),
        "the median: take the mean": np.median([ranks_agree(mixed(x_quiet), mixed(row)) for row in rows]),
        "that is 1 minus the correlation": 1 - right,
        "that is the p-value: take the statistic": mean_of(lambda a, b: stats.spearmanr(a, b).pvalue, mixed, rows),
    }
    check.expect(got, right, mistakes={name: value for name, value in wrong.items() if abs(value - right) > 1e-6})
with check("an explanation that never changes is perfectly stable"):
    check.expect(lambda: stability_run(lambda x: np.arange(6.0))[0], 1.0)
with check("x is left alone"):
    check.unchanged(lambda x: explanation_stability(mixed, x, np.random.default_rng(0), 0.5), x_quiet)
### BEGIN HIDDEN TESTS
with check("the noise is normal around x, sigma wide, another one for every feature and copy"):
    for sigma in (0.1, 2.0):
        _, rows = stability_run(mixed, sigma=sigma, n=300)
        noise = (np.array(rows) - x_quiet) / sigma
        check.holds(len(noise) == 300, f"expected 300 noisy copies, got {len(noise)}")
        check.holds(np.abs(noise.std(axis=0) - 1).max() < 0.25, f"the noise is {noise.std():.2f} times sigma wide")
        check.holds(np.abs(noise.mean(axis=0)).max() < 0.35, "the copies do not lie around x")
        alike = np.abs(np.corrcoef(noise.T) - np.eye(6)).max()
        check.holds(alike < 0.35, "all features got the same noise: draw one number for each")
with check("an explanation that turns round is as unstable as can be, one without noise stable"):
    turning = lambda x: np.arange(6.0) * (1 if np.array_equal(np.ravel(x), x_quiet) else -1)
    check.expect(lambda: stability_run(turning)[0], -1.0)
    check.expect(lambda: stability_run(mixed, sigma=0.0)[0], 1.0)
with check("all noise comes from rng"):
    np.random.seed(1)
    _, noisy_rows = stability_run(mixed, seed=5)
    np.random.seed(2)
    check.expect(lambda: np.array(stability_run(mixed, seed=5)[1]), np.array(noisy_rows))
    _, others = stability_run(mixed, seed=6)
    check.holds(not np.array_equal(others, noisy_rows), "another rng gave the same noise: draw it from rng")
### END HIDDEN TESTS
check.score()

# %% [markdown]
# > **Predict.** Ten claims that are held up. Which explanation is most stable under a noise of a tenth of a deviation: LIME with 200 samples, LIME with 5,000, or exact Shapley values? And how well do the explanations of two networks that differ only in their seed agree?

# %% tags=["demo"]
with needs(explanation_stability, lime_explain, shapley_values):
    rng = np.random.default_rng(SEED)
    held_up = rng.choice(np.flatnonzero(scores > alarm), 10, replace=False)
    explainers = {
        "LIME, 200 samples": lambda x: lime_explain(score, x, background, rng, 200),
        "LIME, 5000 samples": lambda x: lime_explain(score, x, background, rng, 5000),
        "Shapley values": lambda x: shapley_values(score, x, behind[:15]),
    }
    stability = {
        name: np.array([explanation_stability(explain, X_val[i].astype(float), rng, 0.1, 4) for i in held_up])
        for name, explain in explainers.items()
    }
    by_network = np.array(
        [[shapley_values(f, X_val[i].astype(float), behind[:15]) for f in networks[:4]] for i in held_up]
    )
    consistency = np.array(
        [np.mean([stats.spearmanr(own[0], other).statistic for other in own[1:]]) for own in by_network]
    )
    for name, values in stability.items():
        print(f"stability of {name:20} {mean_interval(values)}")
    print(f"consistency of Shapley values between networks: {mean_interval(consistency)}")
    claim(
        "more samples make LIME more stable",
        stability["LIME, 5000 samples"] - stability["LIME, 200 samples"],
        over="claims",
    )
    lead = mean_interval(stability["LIME, 5000 samples"] - stability["Shapley values"])
    print(f"stability, LIME with 5,000 samples minus Shapley values: {lead}")
    claim(
        "two networks agree less than one network with itself",
        stability["Shapley values"] - consistency,
        over="claims",
    )

# %% [markdown]
# **Explain.** LIME's own chance costs stability, and samples buy it back. LIME with 5,000 samples is at least as stable as exact Shapley values, which have no chance in them: a plane fitted over a neighbourhood smooths the network's bends, while the parts of one row follow them. Stable is not the same as right. The last line is the sobering one: networks that differ only in their seed give *different reasons* for the same claim. Which of them goes into the letter?
#
# **Who judges?** Doshi-Velez and Kim (2017) distinguish three levels. *Application-grounded*: experts do their real task with the explanation (investigators find more frauds per week with the waterfall of section 8 beside the score). *Human-grounded*: lay people do a simple task (given the tree of section 6, can they foretell the model's answer?). *Function-grounded*: no people at all, a number stands in for quality. The first two cost weeks; the third can be done here. Remove the patches of a digit in the order in which an explanation ranks them. If the explanation is right, the probability of the digit collapses soon. Random order is the control.
#
# > **Predict.** Shapley values, integrated gradients, saliency, random: in which order will the probabilities fall?

# %% tags=["demo"]
with needs(saliency, integrated_gradients, shapley_values):
    rng = np.random.default_rng(SEED)
    n_digits, curves = 12, {}
    rankings = {
        "random": lambda s, image, label: rng.random(12),
        "saliency": lambda s, image, label: masks @ saliency(keras_readers[s], image, label),
        "integrated gradients": lambda s, image, label: (
            masks @ integrated_gradients(keras_readers[s], image, black, label)
        ),
        "Shapley values": patch_parts,
    }
    gone = np.tri(13, 12, -1).astype(bool)  # step k removes the first k patches
    chosen = [rng.choice(len(images.x_val), n_digits, replace=False) for _ in SEEDS]  # the same for every ranking
    for name, rank in rankings.items():
        curves[name] = np.zeros((len(SEEDS), 13))
        for s in range(len(SEEDS)):
            for i in chosen[s]:
                image, label = images.x_val[i].astype(float), int(images.y_val[i])
                order = np.argsort(-np.asarray(rank(s, image, label)))
                on = np.ones((13, 12))
                on[:, order] = ~gone
                curves[name][s] += patch_model(s, image, label)(on) / n_digits
    figure, ax = plt.subplots()
    for name, values in curves.items():
        plots.bands(ax, np.arange(13), values, name)
    ax.set(xlabel="patches painted black, most important first", ylabel="probability of the digit")
    ax.legend()
    plots.show(
        figure,
        "Probability of the digit against the number of removed patches: it falls slowest in random order "
        "and fastest when Shapley values or integrated gradients choose, with saliency between.",
    )
    area = {name: values.mean(axis=1) for name, values in curves.items()}
    for name, values in area.items():
        print(f"mean probability over the removal, {name:20} {mean_interval(values)}")
    claim("Shapley values find what matters sooner than saliency", area["saliency"] - area["Shapley values"])
    claim("integrated gradients find it sooner than saliency", area["saliency"] - area["integrated gradients"])
    claim("saliency finds it sooner than chance", area["random"] - area["saliency"])

# %% [markdown]
# **Explain.** All three know far more than chance. Shapley values of the patches are made for this very test (a patch is an absent feature) and integrated gradients do about as well at a fraction of the cost; saliency is beaten although it looks just as convincing. Which shows what function-grounded evaluation can do, and what it cannot: nobody has asked yet whether the picture helps a *person*.

# %% [markdown]
# ## 11 · Fairness: are groups treated alike?  ·  18 min
#
# The customer's other question. Let $\hat y$ be the decision (1: held up). Two measures, each a gap between groups:
#
# - **demographic parity**: the share of $\hat y = 1$ should be the same in every group;
# - **equal opportunity**: among the rows whose *label is 1*, the share of $\hat y = 1$ should be the same in every group. (In a loan, 1 is the good outcome, hence the name. Here it means: frauds are caught equally often.)
#
# Both gaps are the largest rate minus the smallest. When base rates differ, a model cannot in general close both at once; which one matters is no question of mathematics.

# %% [markdown]
# ### Exercise 8 — `fairness`  ·  4 points
#
# Rates, not counts: groups differ in size. A group without any positive label has no rate of equal opportunity: leave it out.


# %% nbgrader={"grade": false, "grade_id": "fairness", "locked": false, "schema_version": 3, "solution": true, "task": false}
def demographic_parity_gap(y_pred, group):
    """Largest minus smallest share of positive decisions over the groups.

    y_pred: (n,) decisions, 0 or 1 (or bool); group: (n,) the group of each row, numbers or text.
    Returns a number between 0 and 1.
    """
    ### BEGIN SOLUTION
    rates = [np.mean(y_pred[group == name]) for name in np.unique(group)]
    return max(rates) - min(rates)
    ### END SOLUTION


def equal_opportunity_gap(y, y_pred, group):
    """The same among rows with label 1; groups that have none are left out.

    y: (n,) labels, 0 or 1, at least one of them 1; y_pred, group: as for `demographic_parity_gap`.
    """
    ### BEGIN SOLUTION
    positive = y.astype(bool)
    return demographic_parity_gap(y_pred[positive], group[positive])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fairness", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(demographic_parity_gap, equal_opportunity_gap, points=4)

group_three = np.array(list("aaaaabbbbbbbbbbcccc"))
pred_three = np.array([1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0])  # rates 0.2, 0.4, 0.5
true_three = np.array([1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])  # hit rates 0.25, 1, none
first, group_first = np.r_[15:19, 0:15], np.array(list("aaaabbbbbcccccccccc"))  # the group without positives first
with check("demographic parity: rates 0.2, 0.4 and 0.5"):
    check.expect(
        lambda: demographic_parity_gap(*copies(pred_three, group_three)),
        0.3,
        mistakes={
            "counts were compared: groups differ in size, compare shares": 3,
            "only the first two groups were compared": 0.2,
            "only the first two groups were compared, with the sign": -0.2,
            "first minus last: take the largest minus the smallest": -0.3,
            "that is a ratio: subtract": 0.4,
            "that is a ratio, the other way round: subtract": 2.5,
            "that is the largest rate: subtract the smallest": 0.5,
            "the deviation of the rates: take largest minus smallest": np.std([0.2, 0.4, 0.5]),
            "shares of all rows: divide by the size of the group": 3 / 19,
            "shares of all positive decisions: divide by the size of the group": 3 / 7,
        },
    )
with check("equal opportunity: hit rates 0.25 and 1, and a group without positives"):
    check.expect(
        lambda: equal_opportunity_gap(*copies(true_three[first], pred_three[first], group_first)),
        0.75,
        mistakes={
            "a group without positives counts as 0: leave it out (or you took the share of labels 1 among the "
            "decisions 1: it is the other way round)": 1.0,
            "a group without positives gives 0 / 0: leave it out": np.nan,
            "counts were compared: compare shares": 3,
            "all rows were used: only those with label 1": 0.3,
            "rows with label 0 were used: those with label 1": 0.5,
            "shares of the whole group: divide by its number of labels 1": 0.4,
        },
    )
with check("equal treatment: no gap"):
    even = np.array([0, 1, 0, 1]), np.array([1, 1, 2, 2])
    check.expect(lambda: demographic_parity_gap(*copies(*even)), 0.0)
    check.expect(lambda: equal_opportunity_gap(np.ones(4, int), *copies(*even)), 0.0)
with check("the inputs are left alone"):
    check.unchanged(equal_opportunity_gap, true_three, pred_three, group_three)
    check.unchanged(demographic_parity_gap, pred_three, group_three)
### BEGIN HIDDEN TESTS
with check("groups of any name and number, decisions as True and False"):
    rng = np.random.default_rng(60)
    for labels in (np.array([7, 3, -1, 12, 5]), np.array(["north", "east", "south", "west", "sea"])):
        groups, decisions, known = rng.choice(labels, 200), rng.random(200) < 0.3, (rng.random(200) < 0.5).astype(int)
        frame = pd.DataFrame({"group": groups, "hit": decisions.astype(float), "known": known})
        rates, hits = (rows.groupby("group")["hit"].mean() for rows in (frame, frame[frame["known"] == 1]))
        check.expect(
            lambda groups=groups, decisions=decisions: demographic_parity_gap(*copies(decisions, groups)),
            rates.max() - rates.min(),
        )
        check.expect(
            lambda groups=groups, decisions=decisions, known=known: equal_opportunity_gap(
                *copies(known, decisions, groups)
            ),
            hits.max() - hits.min(),
        )
with check("one group, or one group with positives: no gap"):
    check.expect(lambda: demographic_parity_gap(np.array([1, 0, 1]), np.array(["x"] * 3)), 0.0)
    check.expect(lambda: equal_opportunity_gap(np.array([1, 0, 1]), np.array([1, 0, 0]), np.array([1, 2, 1])), 0.0)
with check("the largest possible gap is 1"):
    halves = np.repeat([0, 1], 5)
    check.expect(lambda: demographic_parity_gap(1 - halves, halves.copy()), 1.0)
    check.expect(lambda: equal_opportunity_gap(np.ones(10, int), halves.copy(), halves.copy()), 1.0)
### END HIDDEN TESTS
check.score()

# %% [markdown]
# In our claims the holder's age has *no effect of its own* on fraud (the generator says so). But young holders have young policies, and young policies do. Groups: holders under 30 and the others.
#
# > **Predict.** Are young holders held up more often? And if the networks are trained without the column `holder's age`: does the gap close?

# %% tags=["demo"]
with needs(demographic_parity_gap, equal_opportunity_gap):
    young = (features.loc[val, "holder's age"] < 30).to_numpy()
    keep = [j for j in range(12) if j != names.index("holder's age")]
    blind = train_networks(X_train[:, keep], X_val[:, keep])
    gaps, hit_gaps = {}, {}
    for name, family, X in (("with age", networks, X_val), ("without age", blind, X_val[:, keep])):
        flags = [f(X) > np.quantile(f(X), 0.95) for f in family]
        gaps[name] = np.array([demographic_parity_gap(flagged, young) for flagged in flags])
        hit_gaps[name] = np.array([equal_opportunity_gap(y_val, flagged, young) for flagged in flags])
        print(
            f"{name:12} gap in the share held up: {mean_interval(gaps[name])}; in the share of frauds caught: {mean_interval(hit_gaps[name])}"
        )
    flagged = scores > np.quantile(scores, 0.95)
    print(
        f"share held up: {flagged[young].mean():.1%} of {young.sum()} young holders, {flagged[~young].mean():.1%} of the others"
    )
    rng = np.random.default_rng(SEED)
    draws = [rng.integers(0, len(y_val), len(y_val)) for _ in range(500)]
    caught_young = [
        flagged[d][young[d] & (y_val[d] == 1)].mean() - flagged[d][~young[d] & (y_val[d] == 1)].mean() for d in draws
    ]
    print(
        "young minus others, share of {} and {} frauds caught, bootstrap over claims: [{:.2f}, {:.2f}]".format(
            y_val[young].sum(), y_val[~young].sum(), *np.quantile(caught_young, (0.025, 0.975))
        )
    )
    claim(
        "young holders are held up more often",
        gaps["with age"] * np.where(flagged[young].mean() > flagged[~young].mean(), 1, -1),
    )
    claim("without the column nine tenths of the gap remain, or more", gaps["without age"] - 0.9 * gaps["with age"])

# %% [markdown]
# **Explain.** Leaving the column out ("fairness through unawareness") does not help: the policy's age stands in for the holder's. Is the gap unfair? By demographic parity, yes. Yet young holders really have more young policies, which really go with fraud; a model that closed the gap would have to overlook frauds or to hold up older holders for nothing. In the share of *frauds caught* the networks' intervals are about luck of the seed only; the bootstrap over claims shows that with so few frauds of young holders (its line counts theirs and the others'), equal opportunity can hardly be judged at all. A gap without an interval is a rumour.

# %% [markdown]
# ## 12 · The letter: reasons, and what would have to change  ·  15 min
#
# Back to the transparent model. Its score is a sum, so each term, weight × (value − mean), *is* a reason, exact and without a second model: the **reason codes** that lenders must send with a refusal in some countries. Put into words they make a letter.

# %% tags=["demo"]
WORDS = {
    "policy age": lambda v: f"the policy was {np.expm1(v):.0f} days old when the loss happened",
    "amount": lambda v: f"the amount claimed is {np.exp(v):,.0f}",
    "night": lambda v: "the loss happened at night" if v > 0.5 else "the loss did not happen at night",
    "hour unknown": lambda v: "the hour of the loss is not known" if v > 0.5 else "the hour of the loss is known",
    "theft or skid": lambda v: "the claim is about a theft or a skid" if v > 0.5 else "no theft or skid is involved",
    "same post code": lambda v: "the loss happened where you live" if v > 0.5 else "the loss happened away from home",
    "own fault": lambda v: f"your share of the fault is {v:.0%}",
    "policies": lambda v: f"you hold {v:.0f} " + ("policy" if v < 1.5 else "policies"),
}


def letter(i, n_reasons=3):
    """The reasons of the logistic regression for one validation claim, in words."""
    parts, values = weights * X_val[i], X_val[i] * spread + centre
    told = [j for j in np.argsort(-parts) if names[j] in WORDS and parts[j] > 0][:n_reasons]
    higher = np.mean(linear_score(X_val) < linear_score(X_val[i : i + 1])[0])
    lines = [
        f"{place}. {WORDS[names[j]](values[j])} (odds × {np.exp(parts[j]):.1f});" for place, j in enumerate(told, 1)
    ]
    opening = f"Dear customer,\nyour claim will be looked at by a person before it is paid. A score that is higher than for {higher:.1%} of\nall claims led to this. Compared with an average claim, what raised it most:"
    in_order = np.mean(y_val[np.argsort(linear_score(X_val))[-100:]] == 0)
    closing = f"This is no finding of fraud: of the hundred claims with the highest scores, {100 * in_order:.0f} were in order.\nIf one of these facts is wrong, tell us; a person decides."
    return "\n".join([opening, *lines, closing])


print(letter(case))

# %% [markdown]
# **Explain.** Every line is true to the model, and one of them sounds absurd: that the hour is *known* raises the score, because for most honest claims (a broken windscreen, a scratch in a car park) nobody knows it. A letter needs a reader before it needs a printer. What it leaves out is a decision too: the features without words in `WORDS` (age, internet, the score `easiness`, the random column) are never named, though the score uses them.

# %% [markdown]
# ### Bonus exercise — `counterfactual`  ·  4 points
#
# A reason says what was; a **counterfactual** says what would have to be different: the nearest row on the other side of the threshold. Change **few** features (one, if one suffices) by **little** (measured in units of `high - low`), and stay inside the bounds; a feature with `low = high` may not change at all. `predict` is a box that may have steps, so search, do not differentiate. One way: try each feature on a grid between its bounds; if none flips the decision alone, keep the change that comes nearest to the threshold and go on from there.


# %% nbgrader={"grade": false, "grade_id": "counterfactual", "locked": false, "schema_version": 3, "solution": true, "task": false}
def counterfactual(predict, x, low, high, threshold=0.5):
    """A row near x with the other decision, which is predict(row) >= threshold.

    predict: rows (m, d) -> (m,); x, low, high: (d,), low <= x <= high.
    Returns (d,), few features changed by little and all within the bounds; None where nothing was found.
    """
    ### BEGIN SOLUTION
    decided = predict(x[None]) >= threshold
    span = np.where(high > low, high - low, np.inf)
    row = x
    for _ in x:
        single = np.eye(len(x), dtype=bool)
        tried = np.concatenate([np.where(single, values, row) for values in np.linspace(low, high)])
        answers = predict(tried)
        flips = (answers >= threshold) != decided
        if flips.any():
            distance = np.sum(np.abs(tried - x) / span, axis=1)
            return tried[np.argmin(np.where(flips, distance, np.inf))]
        row = tried[np.argmin(np.abs(answers - threshold))]
    return None
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_counterfactual", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false} tags=["bonus"]
check = dllabs.Check(counterfactual, points=4)

LOW, HIGH = np.array([0.0, -5, 0, 10]), np.array([10.0, 5, 100, 10])


def flipped(predict, x, low=LOW, high=HIGH, threshold=0.5):
    """The learner's counterfactual, when it has the other decision and stays inside the bounds."""
    got = counterfactual(predict, *copies(x, low, high), threshold=threshold)
    check.holds(got is not None, "nothing was returned, and a counterfactual exists: search on")
    got = np.asarray(got, dtype=float)
    check.holds(got.shape == x.shape, f"expected one row of shape {x.shape}, got {got.shape}")
    inside = (got >= low - 1e-9) & (got <= high + 1e-9)
    check.holds(inside.all(), f"features {np.flatnonzero(~inside)} left their bounds")
    before, after = (predict(row[None])[0] for row in (x, got))
    told = f"the answer went from {before:.3f} to {after:.3f}, and the threshold is {threshold}"
    check.holds((before >= threshold) != (after >= threshold), f"the decision did not flip: {told}")
    return got


def moved(got, x, low=LOW, high=HIGH):
    """How far each feature moved, as a share of its range."""
    return np.abs(got - x) / np.where(high > low, high - low, 1)


x_now = np.array([2.0, 1, 30, 10])
ramp = lambda X: special.expit(0.5 * (X[:, 0] - 4) + 0.1 * X[:, 1] - 0.004 * (X[:, 2] - 30) + 0.5 * (X[:, 3] - 10))
with check("the decision flips, inside the bounds"):
    flipped(ramp, x_now)
    flipped(ramp, np.array([9.0, 1, 30, 10]))
with check("few: one feature suffices, so one changes; by little"):
    got = flipped(ramp, x_now)
    changed = np.flatnonzero(moved(got, x_now) > 1e-6)
    check.holds(len(changed) == 1, f"features {changed} changed; one is enough")
    # x[0] has to move by 1.8 of 10, the nearest of all single changes.
    check.at_most(moved(got, x_now).sum(), 0.18 * 1.25 + 0.01, "a smaller change flips it too: take the nearest")
    far = np.array([9.0, 1, 30, 10])  # here x[0] has to move by 5.2, downwards
    check.at_most(
        moved(flipped(ramp, far), far).sum(), 0.52 * 1.25 + 0.01, "a smaller change flips it too: take the nearest"
    )
with check("the inputs are left alone"):
    check.unchanged(lambda x, low, high: counterfactual(ramp, x, low, high), x_now, LOW, HIGH)
### BEGIN HIDDEN TESTS
with check("another threshold, from either side"):
    for start, threshold, needed in ((0.5, 0.3, 0.197), (9.5, 0.7, 0.365), (9.0, 0.5, 0.484)):
        x_start = np.array([start, 0.0, 50, 10])
        got = flipped(ramp, x_start, threshold=threshold)
        check.holds((moved(got, x_start) > 1e-6).sum() == 1, "one feature suffices, and more than one changed")
        check.at_most(
            moved(got, x_start).sum(), 1.25 * needed + 0.01, "a smaller change flips it too: take the nearest"
        )
    at_the_edge = lambda X: np.where(X[:, 0] > 5, 0.5, 0.2)  # an answer equal to the threshold is a yes
    for start in (2.0, 8.0):
        flipped(at_the_edge, np.array([start, 0, 50, 10]))
with check("a model with steps, where slopes say nothing"):
    stairs = lambda X: np.where(X[:, 2] > 60, 0.9, np.where(X[:, 0] > 9, 0.8, 0.1))
    got = flipped(stairs, x_now)
    check.holds((moved(got, x_now) > 1e-6).sum() == 1, "one feature suffices, and more than one changed")
    check.at_most(moved(got, x_now).sum(), 0.3 * 1.25 + 0.01, "a smaller change flips it too: take the nearest")
    wide = np.array([-40.0, -5, 0, 10]), np.array([60.0, 5, 100, 10])
    got = flipped(stairs, x_now, *wide)
    far_off = "a change that is smaller in units of high - low flips it too: take the nearest"
    check.at_most(moved(got, x_now, *wide).sum(), 0.07 * 1.25 + 0.02, far_off)
with check("fixed features stay, and two changes are made where one does not suffice"):
    low, high = np.array([2.0, -5, 0, 10]), np.array([2.0, 5, 100, 10])
    hard = lambda X: special.expit(0.8 * (X[:, 1] - 3) + 0.03 * (30 - X[:, 2]) - 2)
    got = flipped(hard, x_now, low, high)
    check.holds(got[0] == 2 and got[3] == 10, "a feature with low = high has changed")
    check.holds((moved(got, x_now, low, high) > 1e-6).sum() == 2, "two features suffice, and not two changed")
with check("None where nothing inside the bounds flips the decision"):
    check.expect(lambda: counterfactual(ramp, x_now.copy(), x_now.copy(), x_now.copy()), None)
    check.expect(lambda: counterfactual(lambda X: 0.1 + 0 * X[:, 0], *copies(x_now, LOW, HIGH)), None)
### END HIDDEN TESTS
check.score()

# %% tags=["demo"]
with needs(counterfactual):
    probability = lambda X: special.expit(score(X))
    low, high = X_val[case].astype(float), X_val[case].astype(float)
    free = [names.index("policy age"), names.index("amount")]
    low[free], high[free] = np.minimum(low, X_train.min(axis=0))[free], np.maximum(high, X_train.max(axis=0))[free]
    for name, fixed in (("anything", []), ("only the amount", [0])):
        bounds = low.copy(), high.copy()
        for bound in bounds:
            bound[fixed] = X_val[case][fixed]
        other = counterfactual(probability, X_val[case].astype(float), *bounds, special.expit(alarm))
        if other is None:
            print(f"{name} may change: no counterfactual")
            continue
        values = other * spread + centre
        print(
            f"{name} may change: not held up with a policy of {np.expm1(values[0]):.0f} days and an amount of {np.exp(values[1]):,.0f}"
        )

# %% [markdown]
# **Explain.** The first counterfactual is short and useless to the customer: nobody can make a policy older after the loss. With the amount alone she would have had to claim next to nothing. An honest counterfactual changes what a person *can* change and respects what goes together; finding one at all says nothing about whether following it would be honest. And it is the best manual for gaming that one can write (section 1).

# %% [markdown]
# ### Written answer 2  ·  4 points
#
# The insurer wants to send the letter above to every customer whose claim is held up, made from the *network* with Shapley values instead of the logistic regression, "because the network is better". (a) Give one argument for and one against, from what you measured in this lab. (b) Name something the letter must not claim or contain. (c) Say how you would find out whether the letter helps, once for each of the three levels of evaluation.

# %% [markdown] nbgrader={"grade": true, "grade_id": "explain_letter", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# **Model answer.** (a) *For:* the letter should explain the model that decided; if the network decides, a letter from the logistic regression would explain another model. And the Shapley parts add up to the score. *Against:* the reasons depend on the background rows and on the network (networks that differ only in their seed order the reasons differently: the consistency of section 10), they treat impossible combinations as possible (section 5), and the network's advantage in average precision is small or uncertain (the bootstrap interval of section 2): then let the transparent model decide and the question disappears. (b) No causal or moral claim ("because you are a fraud risk", "if you had waited you would be honest"), no accusation, nobody else's data, nothing so exact that it is a manual for gaming, and no reason that is a stand-in for a protected attribute; what the model uses is not what is true of the customer. (c) *Application-grounded:* a trial with real letters: do complaints get settled sooner, are wrong data corrected more often, do investigators close cases faster than with the old letter? *Human-grounded:* lay readers get a letter and have to say which of two claims was held up, or what would have to differ. *Function-grounded:* without people: do the reasons hold up (remove the named reason and see whether the score falls below the alarm), how stable are they under small changes and from network to network?
#
# **Rubric**
# - 1 point: (a) one argument for *and* one against, each tied to a measurement or property from the lab. One of them: half a point.
# - 1 point: (b) something that must not be in it, with the reason.
# - 2 points: (c) all three levels, each with a concrete procedure and a quantity that is measured. One level missing or vague: minus 0.75.
# ### END SOLUTION

# %% [markdown]
# ## 13 · Knowledge check  ·  10 min
#
# ### Exercise 9 — `quiz`  ·  7 points
#
# Replace each `None` by the letter of the best answer, in quotes. Which ones are right you will see after grading.
#
# 1. Two strongly correlated features both have a permutation importance near zero. What follows? **a** both can be dropped · **b** neither matters · **c** together they may still matter · **d** the model is linear
# 2. Fidelity of a surrogate is its agreement with … **a** the labels · **b** the model · **c** the experts · **d** other surrogates
# 3. Which of these methods needs to look inside the model? **a** permutation importance · **b** LIME · **c** Shapley values over coalitions · **d** integrated gradients
# 4. The Shapley values of one prediction sum to … **a** 1 · **b** the prediction · **c** the prediction minus the mean prediction of the background · **d** 0
# 5. The property called *portability* of an explanation method says … **a** to how many kinds of model it can be applied · **b** how probable its explanation is · **c** how fast it is · **d** how far it looks inside the model
# 6. *Algorithmic complexity* of an explanation method is about … **a** the cause behind a prediction · **b** the time and memory it takes · **c** how many layers the model has · **d** how well people understand it
# 7. A model is trained without the column "gender". Its decisions are then … **a** fair by every measure · **b** the same for all · **c** possibly unequal, because other columns stand in for it · **d** no longer explainable

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
quiz = {1: "c", 2: "b", 3: "d", 4: "c", 5: "a", 6: "b", 7: "c"}
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_quiz", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check("quiz", points=7)

answers = {number: str(quiz.get(number)).strip().lower() for number in range(1, 8)}
with check("all seven questions are answered; which are right shows after grading", weight=0):
    open_questions = [number for number, letter in answers.items() if letter not in ("a", "b", "c", "d")]
    check.holds(not open_questions, f'no answer "a", "b", "c" or "d" yet for question {open_questions}')
### BEGIN HIDDEN TESTS
key = {
    1: ("c", "While one is shuffled the model reads the other. Shuffle them together, or train without both."),
    2: ("b", "An explanation has to be true to the model, whether the model is right or wrong."),
    3: ("d", "It differentiates the model; the other three only ask it questions."),
    4: ("c", "Efficiency: they share out what distinguishes this prediction from the mean one."),
    5: ("a", "Portability: the range of models a method works with. Probability has nothing to do with it."),
    6: ("b", "Exact Shapley values, for example, double their time with every feature."),
    7: ("c", "Stand-ins remain, as the policy's age did for the holder's; only measuring the gap tells."),
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
# - asked five people's questions of one model, and seen when a model needs no explanation: when it is one;
# - written the usual explanation methods from scratch, equal to `shap` and scikit-learn to the last digits:
#
# | method | when, where | scope | asks for | answers in |
# |---|---|---|---|---|
# | weights of a linear model | intrinsic | global, holistic | the model itself | a sum |
# | permutation importance | post hoc, any model | global | answers, labels | one number a feature |
# | partial dependence, ICE | post hoc, any model | global, modular | answers | curves |
# | surrogate tree | post hoc, any model | global | answers | rules |
# | LIME | post hoc, any model | local | answers near a case | slopes |
# | Shapley values | post hoc, any model | local; groups by averaging | $2^d$ answers | parts of a sum |
# | saliency, integrated gradients | post hoc, networks | local | gradients | a picture |
# | counterfactual | post hoc, any model | local | answers | another case |
#
# - used controls (a random column, a random order), known truth and intervals, and so caught explanations at being wrong: about correlated features, about the top 5 %, about the world;
# - measured stability, consistency and fairness, and put reasons into a letter.
#
# **Going further.** (1) Replace the black baseline of integrated gradients by the mean digit: which pixels change their sign? (2) Give `shapley_values` a predict that returns probabilities instead of scores: do the parts still rank alike? (3) Estimate Shapley values from 200 random orders instead of all coalitions, and plot their error against the number of orders. (4) Group the claims' features into four groups and explain those. (5) Run this notebook with `PROFILE = "full"`.
