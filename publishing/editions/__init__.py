"""The two editions of the book: which are built, and how the Chinese one keeps to the English."""
