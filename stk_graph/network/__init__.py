"""The network as one graph, and the questions it answers.

``graph`` holds the graph itself and is the only module of the program that loads networkx;
``warm_path`` and ``ties`` are rules that need no graph, so that a command can use them and start
fast. Import from the modules, not from here.
"""
