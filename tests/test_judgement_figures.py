"""Labels can be read on every shade that a cell can have."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_rgb

from govreports.figures import cell_grid, house_style


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    rgb = np.array(to_rgb(colour))
    part = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return part @ [0.2126, 0.7152, 0.0722]


def test_labels_of_a_grid_have_the_contrast_that_text_needs():
    # WCAG 2, success criterion 1.4.3: 4.5 to 1 for text of ordinary size, whatever the shade.
    values = np.linspace(0, 1, 201)[None, :]
    with house_style():
        figure, axes = plt.subplots()
        cell_grid(axes, values, np.full(values.shape, "9"))
    contrasts = []
    for text, cell in zip(axes.texts, axes.patches, strict=True):
        darker, lighter = sorted([luminance(text.get_color()), luminance(cell.get_facecolor()[:3])])
        contrasts.append((lighter + 0.05) / (darker + 0.05))
    plt.close(figure)
    assert min(contrasts) >= 4.5
