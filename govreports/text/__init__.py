"""The offset-true text model: from the bytes of a file to sections, paragraphs and sentences."""
