"""What moves an answer and how far it can be trusted: drawn parameters, shares of variance, boxes, structural doubt."""
