"""What editors' files become: read, checked, loaded; and how mistakes are told.

Nothing here is needed to answer a participant; `flows` never imports it.
"""
