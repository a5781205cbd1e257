"""All 400 parameters are counted as trained.

check: question 3
hint: two of the four are trained
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "c", 6: "a", 7: "b", 8: "c"}
