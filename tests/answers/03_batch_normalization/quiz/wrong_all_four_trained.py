"""Mean and deviation are thought to be trained.

check: question 1
hint: the moving mean and variance are recorded
"""

quiz = {1: "c", 2: "c", 3: "b", 4: "b", 5: "c", 6: "a", 7: "b", 8: "c"}
