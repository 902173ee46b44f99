"""The network as one graph, and the questions it answers.

``neighbourhood`` answers, on the graph that ``graph`` keeps; these two are the only modules of the
program that load networkx. ``warm_path`` and ``ties`` are rules that need no graph, so that a
command can use them and start fast. Import from the modules, not from here.
"""
