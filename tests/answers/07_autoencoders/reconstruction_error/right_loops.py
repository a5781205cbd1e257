"""Two loops; a list comes back."""


def reconstruction_error(X, X_hat):
    errors = []
    for row, copy in zip(X, X_hat, strict=True):
        total = 0.0
        for entry, guess in zip(row, copy, strict=True):
            total += (entry - guess) ** 2
        errors.append(total / len(row))
    return errors
