"""The best loss starts at 100, so that a larger first loss is no improvement.

check: while the loss falls it never stops, and losses may be large, negative or 0
hint: best_weights is still None
"""


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.best_loss, self.epoch, self.waiting = 100.0, -1, 0

    def update(self, val_loss, weights):
        self.epoch += 1
        if val_loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = val_loss, self.epoch
            self.best_weights = [w.copy() for w in weights]
            self.waiting = 0
        else:
            self.waiting += 1
        return self.waiting >= self.patience
