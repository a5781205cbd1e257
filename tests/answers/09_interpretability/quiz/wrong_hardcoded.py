"""Legal letters and no thought.

check: question 1
hint: expected 'c', got 'b'
"""

quiz = dict.fromkeys(range(1, 8), "b")
