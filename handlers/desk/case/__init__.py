"""The life of a case: opened, taken and moved, ended."""
