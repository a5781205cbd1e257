# %% [markdown]
# Dmitri hands in what he was given.
