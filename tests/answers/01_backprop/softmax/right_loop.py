"""Row by row."""


def softmax(z):
    rows = []
    for row in z:
        powers = [np.exp(score - max(row)) for score in row]
        rows.append([power / sum(powers) for power in powers])
    return rows
