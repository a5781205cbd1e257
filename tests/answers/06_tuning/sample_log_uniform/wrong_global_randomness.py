"""NumPy's global generator.

check: all randomness comes from rng, and every draw is new
hint: expected [
"""


def sample_log_uniform(low, high, size, rng):
    return np.exp(np.random.uniform(np.log(low), np.log(high), size))
