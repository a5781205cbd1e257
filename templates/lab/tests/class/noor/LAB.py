# %% [markdown]
# Noor has solved everything.

# %% [markdown] explain_new_rows
# A single new row would become all zeros. The model has learnt with the training rows' mean as its origin, so new rows
# need the same one.
