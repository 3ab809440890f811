"""Text that reports share, word for word or nearly."""
