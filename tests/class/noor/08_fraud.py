# %% [markdown]
# Noor has understood everything: the code is the instructor's own, only the written answers are hers.

# %% [markdown] explain_imbalance
# Waving everything through costs 100 × 3,600 = 360,000. My program misses 35 frauds (126,000) and bothers 115 honest
# customers (17,250): together 143,250. So it saves 216,750, although it makes more errors, because the errors are not
# worth the same. (a) Nearly all rows are honest, so accuracy is a statement about honest customers, and precision and
# recall hang on a hundred rows: give an interval. (b) The mean loss hardly notices the frauds, and a hundred examples
# do not show all the ways to cheat.

# %% [markdown] explain_baseline
# 99.1 % is what one gets for flagging nobody, plus luck. An AUC of 0.86 means that of a fraud and an honest claim drawn
# at random the fraud has the higher score in 86 % of the cases; how many frauds are found depends on the threshold. And
# 0.84 against 0.86 on about twenty frauds is nothing: I would ask for the interval of the difference on the same rows,
# for precision and recall at the threshold in use, and for the average precision next to 0.01.

# %% [markdown] explain_resampling
# 1. The sampler was chosen on the test rows, so the best of fifteen looks better than it is.
# 2. 0.5 is frauds per honest claim: a third of the rows, not half.
# 3. They split after SMOTE. The validation rows contain mixtures of training frauds, so 0.996 measures memory.
# 4. The other period is an excuse: the drop is what point 3 makes one expect.
#
# Right: split first, resample only the training rows, compare samplers on untouched validation rows over several
# splits, choose the threshold there, open the test rows once.

# %% [markdown] explain_rule
# The AUC compares two random claims and says nothing about the pile of flags: among 50 investigations she would find
# about two frauds, 48 customers would be troubled for nothing. The error says how unusual a claim is. Most unusual
# claims are honest, and a clever fraud is made to look usual. I would use it for a product without any labels yet, or
# next to the network to notice new tricks; and labels are needed to know all this, so keep labelling.

# %% [markdown] essay_transparency
# Of 50 claims that our network would have investigated, about eight were frauds. The other 42 belong to honest people
# who wait for their money, and our cost function counts each of them with 150 and nothing for their trouble. Whoever is
# investigated should learn that a program made the choice, the two or three main reasons in plain words, and whom to
# call. The clerk needs more: the score as a number of frauds among ten such claims, and the right to say no. The
# insurer is afraid of giving its rules away, but the main rule, a very new policy, is known to everybody who cheats.
# The regulator should see how the score was tested and on whom. I would use the transparent model, which was not worse
# than the network; draw five of the fifty at random, otherwise we only ever find what we already believe; leave out
# age and occupation, and still compare the rates of young and old, since new customers are young; and pay after ten
# days unless a person has found something.

# %% [markdown] reason_letter
# Dear Mrs Example, a program proposes some claims for a closer look, and yours is among them, mainly because your
# policy was five days old on the day of the accident, and because the two parties are colleagues. Both can be
# perfectly innocent, and most of the claims we look at are. Nothing has been decided. If one of these facts is wrong,
# write to us; photographs or the police report may settle the matter at once. Mr Clerk decides, not the program.
#
# For us: these are terms of a sum compared with an average claim, and not causes. I would not tell the exact number of
# days up to which a policy counts as new.
