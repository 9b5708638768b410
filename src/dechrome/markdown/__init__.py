"""Markdown in: what a reader sees of it for the rules, and what stays of it to the byte."""
