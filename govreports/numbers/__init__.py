"""Every printed number of a report: what it counts, whose, when, and how it is meant."""
