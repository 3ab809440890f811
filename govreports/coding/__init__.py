"""Coding sentences by the codebook, and what codings are worth."""
