"""Files: what their bytes say, which of a folder are meant, and how they are written whole or not at all."""
