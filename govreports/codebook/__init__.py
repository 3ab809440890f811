"""The codebook: what it is made of, read strictly, and shown as a manual."""
