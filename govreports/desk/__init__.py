"""A desk to code at: a page, working from a file, on which a person codes a sample of sentences."""
