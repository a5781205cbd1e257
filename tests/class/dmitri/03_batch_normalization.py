# %% [markdown]
# Dmitri hands in the released notebook as it is, once more.
