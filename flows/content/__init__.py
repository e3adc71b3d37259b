"""What the files of ``content/`` mean once they have been read: frozen values, no files."""
