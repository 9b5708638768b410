"""The body model: tells the article from everything else in flat text, by the sequence of its lines."""
