# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_momentum
# Across the ravine the slope flips its sign at every step, so neighbouring contributions to the velocity cancel. Along
# the floor they all have one sign and add up, to about $1/(1-\beta) = 10$ times a single one. With $\beta = 0.99$ the
# memory is a hundred steps long: the ball gets very fast along the floor, runs past the minimum and swings back and
# forth for a long time. In my run it needed several times more steps than $\beta = 0.9$.

# %% [markdown] explain_fair_race
# 1. One rate for all of them: 0.001 suits Adam and starves SGD. Tune each one's rate on the same grid.
# 2. A single run: the difference may be luck. Repeat with ten seeds and give an interval.
# 3. The winner was picked on the rows it is reported on. Pick on validation rows, report on test rows once.
