"""What a student does with a notebook of theirs outside Jupyter: check, restore, update, see progress.

Nothing here is imported by a lab; the commands of `python -m dllabs` are made of it.
"""
