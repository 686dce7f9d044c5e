"""Tables whose cells hold copy: `.csv`, `.tsv`, `.xlsx`. One file a format, and one for what their columns are for."""
