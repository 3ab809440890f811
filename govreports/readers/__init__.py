"""From files as people keep them to plain text: web pages, PDF and Word documents.

``source.read_source`` tells what a file is by its content and reads it. What was read is the text
that every offset then counts in; whoever keeps results keeps that text beside them.
"""
