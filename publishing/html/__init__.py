"""What is done to the HTML after Sphinx: languages, fonts, icons, weight."""
