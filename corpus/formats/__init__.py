"""One module per file format: raw text or bytes in, a draft document out."""
