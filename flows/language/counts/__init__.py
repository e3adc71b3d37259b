"""What is counted: numbers with their units, and the ranges they are held against."""
