"""pandas' quantile; a Series comes back."""


def anomaly_flags(errors_normal, errors, quantile):
    return pd.Series(errors) > pd.Series(errors_normal).quantile(quantile)
