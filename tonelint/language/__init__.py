"""What tonelint knows of Russian and English: words, forms, sentences, numbers. No rules, no documents, no I/O."""
