"""Legal letters and no thought.

check: question 1
hint: expected 'b', got 'd'
"""

quiz = dict.fromkeys(range(1, 8), "d")
