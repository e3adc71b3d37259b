"""After a setback: cases are shown anew, and each side hears once what is not known any more."""
