"""What reports claim: outcomes, actors, shortcomings, plans, and words of another year."""
