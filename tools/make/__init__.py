"""What make itself lacks: a lock on the folder, commands in parallel, a check of settings."""
