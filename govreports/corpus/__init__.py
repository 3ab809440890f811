"""A folder of reports: its register, what is masked, errata, and the reports as they are read."""
