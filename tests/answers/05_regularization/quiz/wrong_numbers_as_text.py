"""The questions' numbers are text, so no question is found.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [1, 2, 3, 4, 5, 6, 7]
"""

quiz = {"1": "b", "2": "c", "3": "c", "4": "b", "5": "d", "6": "c", "7": "b"}
