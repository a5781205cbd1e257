# %% [markdown]
# Ben takes one mean for the whole table.

# %% center_columns
def center_columns(X):
    """The table with every column around zero."""
    return X - X.mean()


# %% quiz
quiz = {1: "b", 2: "c"}

# %% [markdown] explain_new_rows
# The numbers of a row then depend on the other rows.
