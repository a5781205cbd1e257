"""The shift and the sums with axes added by hand, the quotient by einsum."""


def softmax(z):
    shifted = z - np.amax(z, axis=1)[:, np.newaxis]
    powers = np.exp(shifted)
    return np.einsum("ij,i->ij", powers, 1 / np.einsum("ij->i", powers))
