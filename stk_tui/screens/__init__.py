"""The screens a person works on; each file holds one, beside it the styles of the same name."""
