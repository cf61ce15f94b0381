//! What a page carries beside its article: forms, pleas, share links, author boxes.
