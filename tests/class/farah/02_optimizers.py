# %% [markdown]
# Farah understands optimizers and distrusts cells she did not write: she deleted the set-up cell and a test cell.

# %% [markdown] explain_momentum
# Opposite pushes cancel, equal pushes add up to ten times one push. 0.99 would add up to a hundred times and swing
# around the minimum.

# %% [markdown] explain_fair_race
# Tune both rates, run both ten times, and look at the test rows once at the end.
