"""What is published of the real claims table, whose rows are not: 11,522 of them with about 115 frauds."""

ROWS = 11_522

# Means of frauds and of legitimate claims.
MEANS = {
    "PolicyWasSubscribedOnInternet": (0.304, 0.204),
    "NumberOfPoliciesOfPolicyholder": (1.61, 2.24),
    "FirstPartyVehicleAgeMonths": (117, 114),
    "EasinessToStage": (0.343, 0.378),
    "ClaimWithoutIdentifiedThirdParty": (0.565, 0.687),
    "ClaimAmount": (3633, 1388),
    "LossHour": (12.9, 8.2),
    "PolicyholderAge": (40.7, 44.6),
    "NumberOfBodilyInjuries": (0.035, 0.028),
    "FirstPartyLiability": (0.487, 0.205),
    "LossAndHolderPostCodeSame": (0.626, 0.566),
}

MISSING = {
    "ConnectionBetweenParties": 11_424,
    "DamageImportance": 10_784,
    "PolicyholderOccupation": 342,
    "ClaimCause": 193,
    "ClaimInvolvedCovers": 191,
    "LossHour": 94,
    "PolicyholderAge": 36,
    "FirstPartyVehicleType": 12,
    "FirstPartyVehicleAgeMonths": 12,
}
