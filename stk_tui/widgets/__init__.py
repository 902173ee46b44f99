"""Parts of screens; each file holds one."""
