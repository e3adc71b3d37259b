"""What the buttons of the staff group do; which does what is listed in `staff.buttons`."""
