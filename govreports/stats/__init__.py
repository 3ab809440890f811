"""Statistics that know no Chinese: intervals, keyness, dispersion, diversity, agreement."""
