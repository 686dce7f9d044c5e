"""String catalogues: the texts of programs and sites, kept apart from their code in files of many formats.

One file a format. Each finds the texts in its file, undoes the escapes and says where every character came from; what
the texts are is read in `tonelint.reading.values`, like everything else. Nothing is judged here.
"""
