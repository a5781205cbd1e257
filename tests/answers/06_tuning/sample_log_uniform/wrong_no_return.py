"""The draws are printed.

check: every factor of ten between 0.0001 and 1 gets a quarter of the draws
hint: got None
"""


def sample_log_uniform(low, high, size, rng):
    print(np.exp(rng.uniform(np.log(low), np.log(high), size)))
