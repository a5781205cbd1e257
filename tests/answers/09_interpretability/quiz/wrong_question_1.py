"""What looks useless alone is dropped.

check: question 1
hint: While one is shuffled
"""

quiz = {1: "a", 2: "b", 3: "d", 4: "c", 5: "a", 6: "b", 7: "c"}
