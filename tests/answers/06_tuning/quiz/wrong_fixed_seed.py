"""The seed is blamed for the stale folder.

check: question 6
hint: takes up the old trials
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "c", 6: "a"}
