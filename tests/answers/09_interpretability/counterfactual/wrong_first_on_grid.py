"""The first value of the grid that flips the decision, from low upwards.

check: few: one feature suffices, so one changes; by little
hint: a smaller change flips it too
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    decided = predict(x[None])[0] >= threshold
    for j in range(len(x)):
        for value in np.linspace(low[j], high[j], 501):
            row = x.copy()
            row[j] = value
            if (predict(row[None])[0] >= threshold) != decided:
                return row
    return None
