"""The end of the range.

check: few: one feature suffices, so one changes; by little
hint: a smaller change flips it too
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    decided = predict(x[None])[0] >= threshold
    for j in range(len(x)):
        for end in (low, high):
            row = x.copy()
            row[j] = end[j]
            if (predict(row[None])[0] >= threshold) != decided:
                return row
    return None
