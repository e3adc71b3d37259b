"""Whether everything said stands on a statement, and every statement on evidence."""
