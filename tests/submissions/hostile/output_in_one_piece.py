"""Shows one text of 50 MB."""

from IPython.display import display

display({"text/plain": "x" * 50_000_000}, raw=True)
