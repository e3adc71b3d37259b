"""`python -m proof.mutate`: change one thing in the code, run the tests that can see it, count.

A mutant that no test notices (a survivor) is behaviour nobody has described yet.
"""
