"""LaTeX formulas as MathML, which browsers show without scripts and without a network."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NoReturn
from xml.etree.ElementTree import Element

from latex2mathml.converter import Converter

LONGEST = 10_000  # characters; what is longer is shown as it was written

ELEMENTS = frozenset(
    "math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub "  # noqa: SIM905
    "msubsup msup mtable mtd mtext mtr munder munderover none".split()
)
ATTRIBUTES = frozenset(
    "accent accentunder depth display displaystyle fence form height largeop linethickness lspace mathcolor maxsize "  # noqa: SIM905
    "minsize movablelimits rspace scriptlevel separator stretchy symmetric voffset width".split()
)
VALUE = re.compile(r"[#%+.\w-]{1,20}")

# Browsers no longer support these values of `mathvariant`: the names of the letters in Unicode.
VARIANTS = {
    "bold": "BOLD",
    "bold-italic": "BOLD ITALIC",
    "double-struck": "DOUBLE-STRUCK",
    "fraktur": "FRAKTUR",
    "monospace": "MONOSPACE",
    "sans-serif": "SANS-SERIF",
    "script": "SCRIPT",
}
DIGITS = ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")


class _NoDefinitions(dict[str, tuple[list[str], int]]):
    r"""Refuses `\def` and similar commands, whose expansion may never end."""

    def __setitem__(self, name: str, definition: tuple[list[str], int]) -> NoReturn:
        raise ValueError(f"{name} is defined in a formula")


def formula(latex: str, *, block: bool = False) -> str:
    """A formula as HTML: MathML, or the LaTeX as written if it cannot be converted."""
    try:
        if len(latex) > LONGEST:
            raise ValueError("too long a formula")
        converter = Converter(display="block" if block else "inline")
        converter.macros = _NoDefinitions()
        return _as_html(converter.convert_to_element(latex))
    except Exception:  # the converter raises many kinds of errors, also through bugs, and RecursionError
        return f"<code>{html.escape(latex)}</code>"


def _as_html(element: Element) -> str:
    # The converter's own serializer unescapes the content of \text{…}.
    tag = element.tag if element.tag in ELEMENTS else "mrow"
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in _attributes(element).items())
    return f"<{tag}{attributes}>{html.escape(_text(element))}{''.join(map(_as_html, element))}</{tag}>"


def _attributes(element: Element) -> dict[str, str]:
    kept = {name: value for name, value in element.attrib.items() if name in ATTRIBUTES and VALUE.fullmatch(value)}
    if element.get("mathvariant") == "normal":
        kept["mathvariant"] = "normal"
    if element.tag == "mtd" and (side := element.get("columnalign")) in ("left", "right"):
        kept["style"] = f"text-align: {side}"
    return kept


def _text(element: Element) -> str:
    text = html.unescape(element.text or "").removeprefix("\\")  # a command it does not know, such as \arg
    variant = VARIANTS.get(element.get("mathvariant", ""))
    return "".join(_letter(character, variant) for character in text) if variant else text


def _letter(character: str, variant: str) -> str:
    """A letter or digit in a variant, such as 𝐱 for x; unchanged if there is none."""
    if character.isdecimal() and character.isascii():
        kind, name = "DIGIT", DIGITS[int(character)]
    else:
        full_name = unicodedata.name(character, "").removeprefix("LATIN ").removeprefix("GREEK ")
        kind, _, name = full_name.partition(" LETTER ")
    for full_name in (f"MATHEMATICAL {variant} {kind} {name}", f"{variant} {kind} {name}"):
        try:
            return unicodedata.lookup(full_name)
        except KeyError:
            continue
    return character
