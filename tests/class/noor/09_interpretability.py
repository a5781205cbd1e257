# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_traps
# (1) Income and rent go together. While one is shuffled the model reads the other, so both can look useless although
# the pair is needed; our copy of the policy's age showed it. I would shuffle them together, and train once without
# both, with ten seeds. (2) The curve says what the model answers when only the age is changed, partly for people who
# cannot exist. It says nothing about what getting older does to anybody. I would look at the ICE curves, cut the grid
# where there are no data, and write "the model gives". (3) 93 % of the variance over all customers hides what happens
# near the decision: our tree had a negative R² among the claims that are held up. Report the fidelity there, or use
# the tree itself as the model.

# %% [markdown] explain_letter
# (a) For: the network decides, so its reasons must be told, and Shapley parts add up to its score. Against: networks
# that differ only in the seed ordered the reasons differently, and the bootstrap could not tell the network from the
# logistic regression, which needs no explanation. (b) It must not say that the customer cheats, nor that waiting
# would have made the claim honest: the score is about the model, not about causes. (c) Application: send old and new
# letters by lot and count complaints, corrected facts and days until a case is closed. Human: readers get two claims
# and the letter and must say which one was held up. Function: change the named fact and see whether the score falls
# below the alarm.
