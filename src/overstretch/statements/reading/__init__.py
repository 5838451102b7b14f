"""Paths, addresses and statements by hand in; documents and statements out, read in a process of its own."""
