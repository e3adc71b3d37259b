"""Texts on their way to people: Markdown to HTML, placeholders, system texts, spoken dates."""
