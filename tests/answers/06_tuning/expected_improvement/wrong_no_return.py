"""Printed.

check: three candidates against a best loss of 0.3
hint: got None
"""


def expected_improvement(mu, sigma, best):
    print(best - mu)
