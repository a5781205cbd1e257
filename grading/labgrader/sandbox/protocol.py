"""The lines that cross the wall: JSON, one object a line. What comes from inside is not trusted."""

from __future__ import annotations

import json
from dataclasses import dataclass

STATUSES = ("ok", "error", "output limit")

# The fields of each kind of output, beside the kind itself.
OUTPUT_FIELDS = {
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
    "display_data": ("data", "metadata"),
    "execute_result": ("data", "metadata", "execution_count"),
}


class MalformedError(Exception):
    """A line from inside is not what the protocol says."""


@dataclass(frozen=True)
class Answer:
    """What the runner says of one cell."""

    status: str
    outputs: list[dict]
    seconds: float


def line(**fields) -> bytes:
    """One message."""
    return json.dumps(fields, allow_nan=False).encode() + b"\n"


def parse_answer(text: bytes, token: str) -> Answer:
    """The answer to the request that carried the token; MalformedError for anything else."""
    fields = _object(text)
    _require(fields.get("token") == token, "it does not carry the token of the cell that runs")
    _require(set(fields) == {"token", "status", "outputs", "seconds"}, "its fields are others")
    _require(fields["status"] in STATUSES, "its status is unknown")
    _require(isinstance(fields["seconds"], float) and fields["seconds"] >= 0, "its seconds are no time")
    _require(isinstance(fields["outputs"], list), "its outputs are no list")
    for output in fields["outputs"]:
        _check_output(output)
    return Answer(fields["status"], fields["outputs"], fields["seconds"])


def _object(text: bytes) -> dict:
    try:
        fields = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(fields, ensure_ascii=False).encode()  # a half surrogate could not be written to the notebook
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"it is not JSON: {type(error).__name__}") from None
    _require(isinstance(fields, dict), "it is no object")
    return fields


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _check_output(output) -> None:
    """Require what nbformat 4 requires of an output."""
    _require(isinstance(output, dict), "an output is no object")
    kind = output.get("output_type")
    _require(isinstance(kind, str) and kind in OUTPUT_FIELDS, "an output is of no known kind")
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


def _is_lines(value) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise MalformedError(otherwise)
