"""A letter everywhere, which is all that the visible check asks for.

check: question 1
hint: expected 'b', got 'a'
"""

quiz = dict.fromkeys(range(1, 7), "a")
