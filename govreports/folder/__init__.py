"""The whole analysis of any folder of reports, as tables, figures and a page.

``files`` finds what is there, ``batch`` analyses a few reports at a time, ``engines`` runs the
batches here, on several processors or on a cluster, ``tables`` puts their parts together, and
``page`` shows the result.
"""
