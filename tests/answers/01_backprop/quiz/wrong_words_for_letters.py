"""The answers are words instead of letters.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7]
"""

quiz = dict.fromkeys(range(1, 8), "the second one")
