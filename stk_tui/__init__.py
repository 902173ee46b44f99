"""What a person touches: the terminal app, the commands, and the session both of them use."""
