"""The user's own table: read from a CSV file and checked, with its columns grouped by kind."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import pandas as pd

Kind: TypeAlias = Literal["numbers", "dates", "categories", "texts"]

# Rows of each class, so that each part of a stratified 60/20/20 split gets at least one.
FEWEST_OF_A_CLASS = 5
# A text column with more different values holds texts, not categories.
MOST_CATEGORIES = 30

_DATE_FORMATS = ("ISO8601", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y")
_NO, _YES = ("0", "0.0", "false", "no", "n"), ("1", "1.0", "true", "yes", "y")


class TableError(ValueError):
    """A table cannot be used; the message says what to change."""


def read_claims(path: str | os.PathLike[str], label: str = "Fraud") -> pd.DataFrame:
    """Read labelled claims from a CSV file, to be used instead of those of `load_claims`.

    path: a CSV file in UTF-8 with a header line; the separator (comma, semicolon or tab) is detected from the header.
    label: the column that says which claims are frauds: 0 and 1, no and yes, or false and true.

    Returns a frame with the label as 0 and 1. A column is converted to datetime64 if all its values are dates and
    exactly one of the formats 2020-12-31 (ISO 8601), 31/12/2020, 12/31/2020 and 31.12.2020 fits them all. Columns
    without a name are dropped.

    Raises TableError if the file is missing or not CSV; if the label is missing, or has gaps or other values; if there
    is no other column; and if there are fewer than FEWEST_OF_A_CLASS frauds or legitimate claims.
    """
    claims = _read(Path(path).expanduser())
    if label not in claims.columns:
        raise TableError(f"{path} has no column {label!r}: {_what_there_is(label, list(claims.columns))}")
    if len(claims.columns) == 1:
        raise TableError(f"{path} has no column but {label!r}: a model needs at least one other column.")
    claims[label] = _as_label(claims[label], path)
    for name in claims.columns.drop(label):
        if is_text(claims[name]):
            claims[name] = _with_dates(claims[name])
    return claims


def column_kinds(
    claims: pd.DataFrame, label: str | None = None, most_categories: int = MOST_CATEGORIES
) -> dict[Kind, list[str]]:
    """The names of a frame's columns by kind, without the label.

    Returns a dict of lists: "numbers" (including booleans), "dates", "categories" (text with at most
    `most_categories` different values) and "texts" (text with more: names, notes, policy numbers).
    """
    from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

    kinds: dict[Kind, list[str]] = {"numbers": [], "dates": [], "categories": [], "texts": []}
    for name in claims.columns:
        if name == label:
            continue
        kind: Kind
        if is_numeric_dtype(claims[name]):
            kind = "numbers"
        elif is_datetime64_any_dtype(claims[name]):
            kind = "dates"
        else:
            kind = "categories" if claims[name].nunique() <= most_categories else "texts"
        kinds[kind].append(name)
    return kinds


def is_text(column: pd.Series) -> bool:
    """Whether a column holds neither numbers nor dates."""
    from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

    return not is_numeric_dtype(column) and not is_datetime64_any_dtype(column)


def _read(path: Path) -> pd.DataFrame:
    import pandas as pd

    try:
        with path.open(encoding="utf-8-sig") as file:
            header = file.readline()
        claims = pd.read_csv(path, sep=max(",;\t", key=header.count), encoding="utf-8-sig", low_memory=False)
    except FileNotFoundError:
        raise TableError(f"There is no file {path}: check the path, relative to {Path.cwd()}.") from None
    except UnicodeDecodeError:
        raise TableError(f"{path} is not a text file in UTF-8: save it again as CSV (UTF-8).") from None
    except (OSError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise TableError(f"{path} cannot be read as CSV ({' '.join(str(error).split())}).") from None
    return claims.loc[:, [not str(name).startswith("Unnamed: ") for name in claims.columns]]


def _what_there_is(label: str, columns: Sequence[object]) -> str:
    """The columns the user may have meant by `label`, or all columns if none is similar."""
    by_lower = {str(name).lower(): name for name in columns}
    near = [by_lower[name] for name in get_close_matches(str(label).lower(), by_lower, n=3)]
    return f"did you mean {' or '.join(map(repr, near))}?" if near else f"it has {', '.join(map(str, columns))}."


def _as_label(values: pd.Series, path: str | os.PathLike[str]) -> pd.Series:
    """The label as 0 and 1; raises TableError if it cannot be used."""
    if missing := int(values.isna().sum()):
        raise TableError(
            f"{path}: the label {values.name!r} is missing in {missing} of {len(values)} rows: "
            "add it, or remove these rows."
        )
    words = values.astype(str).str.strip().str.lower()
    if not words.isin((*_NO, *_YES)).all():
        found = list(dict.fromkeys(map(str, values)))
        shown = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
        raise TableError(f"{path}: the label {values.name!r} must hold 0 and 1 (or no and yes), it holds {shown}.")
    label = words.isin(_YES).astype(int)
    counts = {"frauds": int(label.sum()), "legitimate claims": int((1 - label).sum())}
    for what, count in counts.items():
        if count < FEWEST_OF_A_CLASS:
            raise TableError(
                f"{path}: only {count} of {len(label)} rows are {what} by {values.name!r}: "
                f"a 60/20/20 split needs at least {FEWEST_OF_A_CLASS}."
            )
    return label


def _with_dates(values: pd.Series) -> pd.Series:
    """The values as dates if exactly one format fits them all, otherwise unchanged."""
    import pandas as pd

    known = values.notna()
    if not known.any():
        return values
    parsed = [pd.to_datetime(values, format=format, errors="coerce") for format in _DATE_FORMATS]
    fitting = [dates for dates in parsed if dates[known].notna().all()]
    return fitting[0] if len(fitting) == 1 else values
