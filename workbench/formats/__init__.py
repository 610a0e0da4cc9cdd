"""What arrives and leaves: mail and the worker process that reads it."""
