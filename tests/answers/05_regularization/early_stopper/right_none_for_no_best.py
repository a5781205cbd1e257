"""None marks that there is no best loss yet; deep copies."""

import copy


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_weights, self.best_epoch = None, None
        self.best_loss, self.epochs, self.left = None, 0, self.patience

    def update(self, val_loss, weights):
        if self.best_loss is None or val_loss < self.best_loss - self.min_delta:
            self.best_loss = val_loss
            self.best_weights = copy.deepcopy(weights)
            self.best_epoch = self.epochs
            self.left = self.patience
        else:
            self.left -= 1
        self.epochs += 1
        return self.left == 0
