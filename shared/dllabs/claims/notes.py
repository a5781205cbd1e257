"""The insurer's free-text notes: other columns in words, with random phrases. They do not depend on the label."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from dllabs.arrays import Array

_OPENINGS = {
    "GlassBreakage": ("Windscreen cracked by a stone on the road", "Side window broken", "Chip in the windscreen"),
    "Parking": ("Vehicle found damaged in a car park", "Scratches on the parked vehicle", "Door dented while parked"),
    "Weather": (
        "Hail damage to roof and bonnet",
        "Branch fell on the vehicle in a storm",
        "Vehicle stood in flood water",
    ),
    "Animal": ("Collision with a deer", "Cables bitten by a marten", "Dog ran into the vehicle"),
    "Theft": ("Vehicle stolen", "Navigation system and wheels stolen", "Vehicle stolen and found damaged"),
    "Vandalism": ("Paint scratched by persons unknown", "Mirrors broken off", "Tyres slashed overnight"),
    "Collision": ("Rear-end collision in traffic", "Collision at a junction", "Side impact while changing lanes"),
    "LossOfControl": ("Vehicle left the road", "Skidded on a wet bend into the barrier", "Hit a post while turning"),
}
_LIABILITY = {0.0: "policyholder not at fault", 0.5: "fault shared", 1.0: "policyholder at fault"}
_CLOSINGS = np.array(
    [
        "Photos received.",
        "Photos requested.",
        "Repair estimate attached.",
        "Called the policyholder back, no answer.",
        "Policyholder asks for quick payment.",
        "Police report to follow.",
        "",
    ]
)


def write_notes(rng: np.random.Generator, columns: Mapping[str, Array]) -> Array:
    """One note for each row, an object array (n,) of strings.

    columns: those of `draw_incidents`.
    """
    openings = {cause: rng.choice(texts, len(columns["cause"])) for cause, texts in _OPENINGS.items()}
    closings = rng.choice(_CLOSINGS, len(columns["cause"]))
    return np.array(
        [
            _note(openings[cause][row], _LIABILITY[liability], hour, injuries, closings[row])
            for row, (cause, liability, hour, injuries) in enumerate(
                zip(columns["cause"], columns["liability"], columns["hour"], columns["injuries"], strict=True)
            )
        ],
        dtype=object,
    )


def _note(opening: str, liability: str, hour: float, injuries: int, closing: str) -> str:
    when = f"about {hour:.0f}:00" if hour else "time not given"
    hurt = f" Injured: {injuries}." if injuries else ""
    return f"{opening}, {when}; {liability}.{hurt} {closing}".rstrip()
