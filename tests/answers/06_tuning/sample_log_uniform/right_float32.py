"""Single precision."""


def sample_log_uniform(low, high, size, rng):
    width = np.float32(np.log(high / low))
    return np.float32(low) * np.exp(rng.random(size, dtype=np.float32) * width)
