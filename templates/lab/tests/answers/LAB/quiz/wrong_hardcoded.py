"""A letter everywhere, which is all that the visible check asks for.

check: question 1
hint: expected 'b', got 'c'
"""

quiz = dict.fromkeys((1, 2), "c")
