"""Training of the body model: from labelled texts to the model file. `python -m training --help`."""
