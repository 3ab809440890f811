"""Codings and codebooks as other programs read them: REFI-QDA."""
