"""The whole analysis of any folder of reports, as tables, figures and a page.

``masking`` says what is hidden, ``batch`` analyses a few reports at a time, ``engines`` runs the
batches here, on several processors or on a cluster, ``tables`` keeps their parts, ``results`` puts
these together, ``years`` follows issuers, ``page`` shows what came of it, and ``run`` does all
this in order.
"""
