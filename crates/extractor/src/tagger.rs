//! Parts of speech, by an averaged perceptron.

use crate::token::Token;

/// Sets the tag of every token of one sentence.
pub(crate) fn tag(_text: &str, _tokens: &mut [Token]) {}
