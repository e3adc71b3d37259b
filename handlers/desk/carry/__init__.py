"""What is carried between the two chats, and what is held back."""
