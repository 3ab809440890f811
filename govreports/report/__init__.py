"""From bytes to a report: lines, page furniture, headings, sections, sentences, metadata."""
