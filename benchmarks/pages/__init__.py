"""What the reader makes of saved pages whose values are known. They are never committed."""
