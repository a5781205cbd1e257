"""What a student does with their notebooks outside Jupyter: start, check, restore, update and see progress.

These are the commands of `python -m dllabs`; the labs import nothing from here.
"""
