"""The published tools for the same task side by side: how well, and how many pages a second. See docs/peers.md."""
