"""The page of one case: a panel per tab."""
