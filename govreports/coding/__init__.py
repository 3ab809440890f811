"""The codebook, the coding of sentences by it, and what codings are worth."""
