"""What the chapters beyond the article use; no step of the article imports any of it."""
