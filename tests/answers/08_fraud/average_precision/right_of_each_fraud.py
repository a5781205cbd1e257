"""The mean precision at the score of each fraud."""


def average_precision(y, scores):
    y, scores = np.asarray(y), np.asarray(scores)
    return np.mean([y[scores >= own].mean() for own in scores[y == 1]])
