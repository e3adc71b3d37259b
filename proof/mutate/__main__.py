"""`python -m proof.mutate`."""

from proof.mutate.run import command

command()
