"""The truth loop as decisions: what officers are asked of the statements, and what it comes to.

verdict    what an officer said of a statement, and of which text
standing   what the verdicts come to: confirmed, or contradicted by several offices
asking     when a branch is asked, and which statements
cards      the messages of the staff group
"""
