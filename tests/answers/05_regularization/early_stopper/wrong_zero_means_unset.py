"""A best loss of 0 is taken for none yet.

check: while the loss falls it never stops, and losses may be large, negative or 0
hint: best_epoch: expected 1, got 2
"""


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.best_loss, self.epoch = None, -1

    def update(self, val_loss, weights):
        self.epoch += 1
        if not self.best_loss or val_loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = val_loss, self.epoch
            self.best_weights = [w.copy() for w in weights]
        return self.epoch - self.best_epoch >= self.patience
