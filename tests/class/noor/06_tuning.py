# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_strategy
# Team A: 16 machines for one night of ten-minute trainings are some 800 trainings, and seven knobs. I would run
# Hyperband over random configurations on log scales: all machines are busy from the first minute, and in our race
# halving and Hyperband were far ahead of random search after four trainings. Team B has thirty trainings, one after
# the other, and three knobs: Bayesian optimization, which was ahead of random after 32. Halving would be dangerous
# for B, because what it throws away after a few epochs might have been the best. Our race had a smooth formula with
# 5 % noise; with a rugged loss the Gaussian process would be less useful.

# %% [markdown] explain_test_set
# 1. The test rows chose among 200, so 98.2 % is the maximum of 200 lucky or unlucky numbers. Choose on validation
# rows, open the test set once. 2. 0.2 points of 500 rows is one image, the standard error is 0.6 points: no
# ranking. Repeat with ten seeds and give an interval of the difference. 3. Mean and deviation contain the test
# rows: take them from the training rows. 4. My plan: split 60/20/20, standardise by the training rows, random
# search on validation, retrain the best, one number with its interval from the test rows.
