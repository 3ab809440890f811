"""Words counted: segmentation, and the measures of corpus linguistics over its tokens."""
