"""itertools.accumulate carries the average from value to value; a list comes back."""

from itertools import accumulate


def ema(values, beta, bias_correction=True):
    averages = accumulate(values, lambda average, value: beta * average + (1 - beta) * value, initial=0.0)
    next(averages)
    return [average / (1 - beta**t) if bias_correction else average for t, average in enumerate(averages, start=1)]
