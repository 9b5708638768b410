"""Reading web pages: from HTML to a `Document` whose lines carry the facts of their blocks."""
