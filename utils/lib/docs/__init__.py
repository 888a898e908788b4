"""The parts of utils/run-doc-commands."""
