"""What the national Outlines ask for, and which of it a report speaks of."""
