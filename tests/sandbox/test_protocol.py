"""Lines from inside are believed only if they are what the protocol says."""

from __future__ import annotations

import json

import nbformat
import pytest
from labgrader.sandbox import protocol
from labgrader.sandbox.protocol import MalformedError, parse_answer

TOKEN = "right"
RESULT = {"output_type": "execute_result", "data": {"text/plain": "1"}, "metadata": {}, "execution_count": 1}
STREAM = {"output_type": "stream", "name": "stdout", "text": "x"}
DISPLAY = {
    "output_type": "display_data",
    "data": {"text/html": ["<b>", "x</b>"], "application/json": {"a": [1, None]}, "application/vnd.x+json": 5},
    "metadata": {"image/png": {"width": 5}},
}
FAILURE = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", "b"]}


def answer(*outputs, **changes) -> bytes:
    fields = {"token": TOKEN, "status": "ok", "outputs": list(outputs), "seconds": 0.5} | changes
    return json.dumps({name: value for name, value in fields.items() if value is not None}).encode()


@pytest.mark.parametrize("output", [RESULT, STREAM, DISPLAY, FAILURE])
def test_what_nbformat_accepts_is_accepted(output):
    nbformat.validate(nbformat.from_dict(output), ref="output", version=4, version_minor=5)
    assert parse_answer(answer(output), TOKEN) == protocol.Answer("ok", [output], 0.5)


@pytest.mark.parametrize(
    "text",
    {
        "no JSON": b"ok",
        "no object": b"[]",
        "not a number": answer(seconds=None)[:-1] + b', "seconds": NaN}',
        "deeper than a reader goes": b'{"token": ' + b"[" * 200_000,
        "not Unicode": b'{"token": "\xff"}',
        "half a surrogate": answer({**STREAM, "text": "\ud800"}),
        "an endless number": b'{"token": ' + b"1" * 10_000 + b"}",
        "another token": answer(token="wrong"),
        "no token": answer(token=None),
        "another field": answer(points=5),
        "a missing field": answer(status=None),
        "an unknown status": answer(status="perfect"),
        "a status of another type": answer(status=["ok"]),
        "negative seconds": answer(seconds=-1.0),
        "seconds as text": answer(seconds="1"),
        "outputs that are no list": answer(outputs={"0": STREAM}),
        "an output that is no object": answer("text"),
        "an output of no kind": answer({}),
        "an output of an unknown kind": answer({"output_type": "mark", "text": "5"}),
        "an output of a kind that is no text": answer({"output_type": ["stream"]}),
        "an output with another field": answer({**STREAM, "points": 5}),
        "an output that lacks a field": answer({"output_type": "stream", "name": "stdout"}),
        "an unknown stream": answer({**STREAM, "name": "stdlog"}),
        "a stream of numbers": answer({**STREAM, "text": 5}),
        "a traceback that is no list": answer({**FAILURE, "traceback": "text"}),
        "a traceback of numbers": answer({**FAILURE, "traceback": [1]}),
        "a display of numbers": answer({**DISPLAY, "data": {"text/plain": 5}}),
        "a display without an object": answer({**DISPLAY, "data": "text"}),
        "metadata that are no object": answer({**DISPLAY, "metadata": []}),
        "a count that is no number": answer({**RESULT, "execution_count": "1"}),
        "a count that is true": answer({**RESULT, "execution_count": True}),
    }.items(),
    ids=lambda text: text[0],
)
def test_anything_else_is_refused(text):
    with pytest.raises(MalformedError):
        parse_answer(text[1], TOKEN)
