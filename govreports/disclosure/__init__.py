"""The statutory tables of reports on the disclosure of government information since 2021."""
