# %% [markdown]
# Ben likes 0.5 and does not like special cases: nothing is done about 0/0, copies are what agrees in everything, the
# average precision is a trapezoid, the threshold is 0.5 and a ratio is a share.

# %% precision_recall_f1
def precision_recall_f1(y, y_pred):
    """Precision, recall and F1 of flagged claims."""
    hits = np.sum((y == 1) & (y_pred == 1))
    precision, recall = hits / np.sum(y_pred == 1), hits / np.sum(y == 1)
    return precision, recall, 2 * precision * recall / (precision + recall)


# %% clean_claims
def clean_claims(claims, label):
    """Claims without copies and without impossible numbers."""
    cleaned = claims.drop_duplicates().copy()
    for name in cleaned.select_dtypes("number").columns.drop(label):
        values = cleaned[name]
        bad = np.isinf(values)
        if (values < 0).mean() < 0.01:
            bad |= values < 0
        cleaned[name] = values.mask(bad)
    return cleaned


# %% average_precision
def average_precision(y, scores):
    """Average precision of a ranking."""
    from sklearn.metrics import auc, precision_recall_curve

    precision, recall, _ = precision_recall_curve(y, scores)
    return auc(recall, precision)


# %% resample_train
def resample_train(X_train, y_train, ratio, rng):
    """The training rows with synthetic frauds."""
    frauds = X_train[y_train == 1]
    n_new = max(0, round(ratio / (1 - min(ratio, 0.99)) * np.sum(y_train == 0)) - len(frauds))
    return np.concatenate([X_train, smote(frauds, n_new, 5, rng)]), np.append(y_train, np.ones(n_new))


# %% best_threshold
def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    """Mean cost per claim."""
    flagged = scores >= threshold
    return np.mean(cost_fp * (flagged & (y == 0)) + cost_fn * (~flagged & (y == 1)))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    """A threshold."""
    return 0.5


# %% quiz
quiz = {1: "c", 2: "b", 3: "c", 4: "a", 5: "a", 6: "b", 7: "b"}

# %% [markdown] explain_imbalance
# 98.5 % is a very good accuracy. The manager forgets that frauds cost more, so the program is better.

# %% [markdown] explain_baseline
# The accuracy is no better than flagging nobody. AUC 0.86 is fine. I would use more epochs.

# %% [markdown] explain_resampling
# They should not have tested so many samplers on the test rows. SMOTE with 0.5 makes half of the rows frauds, that is
# too many. I would use a validation set.

# %% [markdown] explain_rule
# 0.7 is not enough, the autoencoder needs more layers.

# %% [markdown] essay_transparency
# Transparency is important. The customer has a right to know why. We should use SHAP to explain the network and tell
# the customer the five most important features. The law demands it.
