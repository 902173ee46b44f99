"""Pictures of the network: records → a view as DOT → a renderer → SVG.

``views`` draws, ``render`` lays out. Import from the modules; nothing here is loaded before a
picture is asked for.
"""
