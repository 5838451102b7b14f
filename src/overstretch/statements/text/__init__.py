"""A text's paragraphs, quotations, and what of it is given to the parser."""
