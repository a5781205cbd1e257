"""The models that students fit to the claims, in plain form and untuned, and how well they do on one table.

Fixed before anything was measured, and the same for every model: known features, unknown values as a category or the
median of the training rows, 60 % of the rows to train, the other 40 % to judge.
"""

import warnings

import numpy as np
import pandas as pd
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import train_test_split

CATEGORIES = [
    "PolicyholderOccupation",
    "ClaimCause",
    "DamageImportance",
    "FirstPartyVehicleType",
    "ConnectionBetweenParties",
]
NOT_NUMBERS = [*CATEGORIES, "LossDate", "FirstPolicySubscriptionDate", "ClaimInvolvedCovers", "InsurerNotes", "Fraud"]


class Parts:
    """One table as standardized arrays: x_train (n, d), y_train (n,), x_test, y_test, and the rows' policy ages."""

    def __init__(self, claims):
        claims = claims.drop_duplicates()
        train, test = train_test_split(claims, train_size=0.6, stratify=claims["Fraud"], random_state=0)
        self.y_train, self.y_test = train["Fraud"].to_numpy(), test["Fraud"].to_numpy()
        self.test_rows = test.index
        self.days_test = policy_days(test).to_numpy()
        features = to_features(claims)
        x_train, x_test = features.loc[train.index], features.loc[test.index]
        x_train, x_test = (part.fillna(features.loc[train.index].median()) for part in (x_train, x_test))
        center, scale = x_train.mean(), x_train.std().replace(0, 1)
        self.x_train, self.x_test = (((part - center) / scale).to_numpy("float32") for part in (x_train, x_test))


def policy_days(claims):
    return (claims["LossDate"] - claims["FirstPolicySubscriptionDate"]).dt.days


def to_features(claims):
    """Numbers as they are, ages below zero unknown; categories and covers as 0 and 1."""
    numbers = claims.drop(columns=NOT_NUMBERS).astype(float)
    numbers["PolicyDays"] = policy_days(claims)
    numbers["FirstPartyVehicleAgeMonths"] = numbers["FirstPartyVehicleAgeMonths"].where(lambda months: months >= 0)
    categories = pd.get_dummies(claims[CATEGORIES], dummy_na=True, dtype=float)
    covers = claims["ClaimInvolvedCovers"].fillna("").str.get_dummies(" ").astype(float)
    return pd.concat([numbers, categories, covers], axis=1)


def with_independent_columns(claims, rng):
    """The same claims with every column but the dates shuffled within its class: same means, no correlations."""
    shuffled = claims.copy()
    columns = claims.columns.drop(["LossDate", "FirstPolicySubscriptionDate", "Fraud"])
    for rows in claims.groupby("Fraud").groups.values():
        for name in columns:
            shuffled.loc[rows, name] = rng.permutation(claims.loc[rows, name].to_numpy())
    return shuffled


def logistic(parts):
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(max_iter=1000).fit(parts.x_train, parts.y_train)
    return model.decision_function(parts.x_test)


def forest(parts, n_trees=40):
    from sklearn.ensemble import RandomForestClassifier

    model = RandomForestClassifier(n_trees, min_samples_leaf=5, random_state=0).fit(parts.x_train, parts.y_train)
    return model.predict_proba(parts.x_test)[:, 1]


def network(parts, n_epochs=20):
    import keras

    keras.utils.set_random_seed(0)
    layers = [keras.layers.Dense(32, "relu"), keras.layers.Dense(16, "relu"), keras.layers.Dense(1, "sigmoid")]
    model = keras.Sequential(layers)
    model.compile("adam", "binary_crossentropy")
    model.fit(parts.x_train, parts.y_train, batch_size=128, epochs=n_epochs, verbose=0)
    return model(parts.x_test).numpy().ravel()


def small_network(parts, n_epochs=20):
    """The network of `network` in scikit-learn, which has its own batch size, 200."""
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier((32, 16), max_iter=n_epochs, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # a fixed number of epochs is meant
        model.fit(parts.x_train, parts.y_train)
    return model.predict_proba(parts.x_test)[:, 1]


def pca_error(parts, n_code=8):
    """Reconstruction error of a linear autoencoder that has seen legitimate rows only."""
    legitimate = parts.x_train[parts.y_train == 0]
    mean = legitimate.mean(axis=0)
    directions = np.linalg.svd(legitimate - mean, full_matrices=False)[2][:n_code]
    centered = parts.x_test - mean
    return np.abs(centered - centered @ directions.T @ directions).mean(axis=1)


def auc(parts, scores):
    return roc_auc_score(parts.y_test, scores)


def average_precision(parts, scores):
    return average_precision_score(parts.y_test, scores)


def autoencoder_error(parts, n_code=8, n_epochs=20):
    """Reconstruction error of an autoencoder with one hidden layer on either side of the code, legitimate rows only."""
    import keras

    keras.utils.set_random_seed(0)
    legitimate = parts.x_train[parts.y_train == 0]
    n_features = legitimate.shape[1]
    layers = [keras.layers.Dense(24, "relu"), keras.layers.Dense(n_code), keras.layers.Dense(24, "relu")]
    model = keras.Sequential([*layers, keras.layers.Dense(n_features)])
    model.compile("adam", "mse")
    model.fit(legitimate, legitimate, batch_size=128, epochs=n_epochs, verbose=0)
    return np.abs(parts.x_test - model(parts.x_test).numpy()).mean(axis=1)
