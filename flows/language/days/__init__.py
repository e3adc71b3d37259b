"""How a day is read: the words it is said with, their parts, and the days they can mean."""
