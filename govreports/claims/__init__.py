"""What reports claim: quantities, repeated text, self-assessment, source errors, privacy."""
