"""Letters on paper: text, fonts, layout."""
