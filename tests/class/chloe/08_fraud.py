# %% [markdown]
# Chloé does things one after the other without asking where the numbers come from: new rows are standardised with
# their own mean, the split is not stratified, each feature has its own λ, labels and scores are drawn apart.

# %% split_claims
def split_claims(claims, label, rng):
    """Train, validation and test rows."""
    rows = rng.permutation(len(claims))
    first, second = int(0.6 * len(rows)), int(0.8 * len(rows))
    return claims.iloc[rows[:first]], claims.iloc[rows[first:second]], claims.iloc[rows[second:]]


# %% fit_preprocessor
def fit_preprocessor(train, label):
    """What apply_preprocessor has to know."""
    kinds = data.column_kinds(train, label)
    return label, kinds, {name: sorted(train[name].dropna().unique()) for name in kinds["categories"]}


def apply_preprocessor(state, claims):
    """Claims as numbers."""
    label, kinds, known = state
    numbers = as_numbers(claims, kinds)
    numbers = numbers.fillna(numbers.median()).fillna(0)
    blocks = [((numbers - numbers.mean()) / numbers.std(ddof=0).replace(0, 1)).to_numpy()]
    for name, values in known.items():
        blocks += [(claims[name] == value).to_numpy(float)[:, None] for value in values]
        blocks.append(claims[name].isna().to_numpy(float)[:, None])
    return np.hstack(blocks), claims[label].to_numpy() if label in claims else None


# %% bootstrap_interval
def bootstrap_interval(metric, y, scores, rng, n=1000, level=0.95):
    """The bootstrap interval of a metric."""
    values = []
    for _ in range(n):
        labels = rng.choice(y, len(y))
        if len(set(labels)) == 2:
            values.append(metric(labels, rng.choice(scores, len(scores))))
    return tuple(np.quantile(values, [(1 - level) / 2, (1 + level) / 2]))


# %% smote
def smote(X_minority, n_new, k, rng):
    """Synthetic rows."""
    distances = cdist(X_minority, X_minority)
    np.fill_diagonal(distances, np.inf)
    k = min(k, len(X_minority) - 1)
    neighbours = np.argsort(distances, axis=1)[:, :k]
    starts = rng.integers(len(X_minority), size=n_new)
    ends = neighbours[starts, rng.integers(k, size=n_new)]
    shares = rng.random(X_minority[starts].shape)
    return X_minority[starts] + shares * (X_minority[ends] - X_minority[starts])


# %% quiz
quiz = {1: "b", 2: "c", 3: "b", 4: "c", 5: "c", 6: "a", 7: None}

# %% [markdown] explain_imbalance
# Nothing: 360,000. Program: 35 × 3,600 + 115 × 150 = 143,250. So it is better than nothing, the manager counts errors
# and not money.

# %% [markdown] explain_baseline
# The clerk has 99 % too. Two models cannot be compared with one split.

# %% [markdown] explain_resampling
# SMOTE must come after the split. Otherwise the validation set has synthetic rows in it.

# %% [markdown] explain_rule
# No, AUC is not precision. With 50 investigations she would find perhaps two.

# %% [markdown] essay_transparency
# Who is investigated wants to know the reason. In our table a policy of less than 30 days is the main reason, and this
# can be said. The precision at 50 was 15 %, so most people are innocent, and the letter should be friendly. A clerk
# should decide in the end.
