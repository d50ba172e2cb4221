"""The app: pages that parse, call one function and show."""
