"""The centres are called hyperparameters, too.

check: question 1
hint: We set the number of clusters
"""

quiz = {1: "c", 2: "c", 3: "b", 4: "b", 5: "c", 6: "b"}
