"""What do we know? Files in, documents out."""
