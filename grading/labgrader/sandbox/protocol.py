"""The messages between sandbox and grader: JSON, one object per line. Those from the sandbox are not trusted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, TypedDict

from ..job import Output

STATUSES = ("ok", "error", "output limit")

# The fields of each kind of output, except the kind itself.
OUTPUT_FIELDS = {
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
    "display_data": ("data", "metadata"),
    "execute_result": ("data", "metadata", "execution_count"),
}


class MalformedError(Exception):
    """A message from the sandbox does not follow the protocol."""


class Settings(TypedDict):
    """The command line argument of a template."""

    walled: bool  # whether it runs in a sandbox
    modules: Sequence[str]  # what it imports
    path: Sequence[str]  # where Python finds modules
    shown: Sequence[str]  # the folders visible in the sandbox
    links: Mapping[str, str]  # names in the home inside, and the shown folders they point to


@dataclass(frozen=True)
class Answer:
    """The runner's answer for one cell."""

    status: str
    outputs: list[Output]
    seconds: float


def line(**fields: object) -> bytes:
    """One message; raises ValueError for NaN and infinities."""
    return json.dumps(fields, allow_nan=False).encode() + b"\n"


def parse_answer(text: bytes, token: str) -> Answer:
    """The answer to the request with the token; raises MalformedError for anything else."""
    fields = _object(text)
    _require(fields.get("token") == token, "it does not carry the token of the cell that runs")
    _require(set(fields) == {"token", "status", "outputs", "seconds"}, "its fields are others")
    _require(fields["status"] in STATUSES, "its status is unknown")
    _require(isinstance(fields["seconds"], float) and fields["seconds"] >= 0, "its seconds are no time")
    _require(isinstance(fields["outputs"], list), "its outputs are no list")
    for output in fields["outputs"]:
        _check_output(output)
    return Answer(fields["status"], fields["outputs"], fields["seconds"])


def _object(text: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(fields, ensure_ascii=False).encode()  # a half surrogate could not be written to the notebook
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"it is not JSON: {type(error).__name__}") from None
    if not isinstance(fields, dict):
        raise MalformedError("it is no object")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _check_output(output: object) -> None:
    """Require what nbformat 4 requires of an output."""
    if not isinstance(output, dict):
        raise MalformedError("an output is no object")
    kind = output.get("output_type")
    if not isinstance(kind, str) or kind not in OUTPUT_FIELDS:
        raise MalformedError("an output is of no known kind")
    _require(set(output) == {"output_type", *OUTPUT_FIELDS[kind]}, "an output has other fields")
    if kind == "stream":
        _require(output["name"] in ("stdout", "stderr") and isinstance(output["text"], str), "a stream is no text")
    elif kind == "error":
        texts = [output["ename"], output["evalue"]]
        _require(isinstance(output["traceback"], list), "a traceback is no list")
        _require(all(isinstance(text, str) for text in [*texts, *output["traceback"]]), "an error is no text")
    else:
        _require(isinstance(output["data"], dict) and isinstance(output["metadata"], dict), "a display is no object")
        for mime, value in output["data"].items():
            is_text = isinstance(value, str) or _is_lines(value)
            _require(is_text or mime.endswith("json"), "a display is no text")
    if kind == "execute_result":
        count = output["execution_count"]
        _require(count is None or (type(count) is int and count >= 0), "an execution count is no number")


def _is_lines(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise MalformedError(otherwise)
