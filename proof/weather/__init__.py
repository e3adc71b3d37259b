"""Sixteen kinds of bad weather, each over the real program: does it come out right?"""
