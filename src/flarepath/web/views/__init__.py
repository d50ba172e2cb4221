"""The pages: each parses, calls one function, and shows."""
