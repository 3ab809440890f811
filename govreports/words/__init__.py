"""Words counted: segmentation, lexicon, concordance, collocation and clouds."""
