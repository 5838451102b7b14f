"""What a sentence mentions: quantities, dates, its kind of claim."""
