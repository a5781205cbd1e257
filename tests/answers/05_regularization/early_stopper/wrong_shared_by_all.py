"""The state lives in the class and is shared by all stoppers.

check: two stoppers do not share anything
hint: expected 0, got 1
"""


class EarlyStopper:
    best_loss, epoch, waiting = float("inf"), -1, 0
    best_weights, best_epoch = [], None

    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        EarlyStopper.best_loss, EarlyStopper.epoch, EarlyStopper.waiting = float("inf"), -1, 0
        self.best_weights.clear()

    def update(self, val_loss, weights):
        EarlyStopper.epoch += 1
        if val_loss < self.best_loss - self.min_delta:
            EarlyStopper.best_loss, EarlyStopper.best_epoch = val_loss, self.epoch
            self.best_weights[:] = [w.copy() for w in weights]
            EarlyStopper.waiting = 0
        else:
            EarlyStopper.waiting += 1
        return self.waiting >= self.patience
