"""Only mean and deviation are thought to be trained, as some slides say.

check: question 1
hint: Gradients change gamma and beta
"""

quiz = {1: "a", 2: "c", 3: "a", 4: "b", 5: "c", 6: "a", 7: "b", 8: "c"}
