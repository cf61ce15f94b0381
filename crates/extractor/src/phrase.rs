//! Noun groups, verb groups and clause borders: a shallow parse over the tags.
