"""One factor for ten layers.

check: question 2
hint: 0.25**10
"""

quiz = {1: "b", 2: "a", 3: "b", 4: "a", 5: "b", 6: "c"}
