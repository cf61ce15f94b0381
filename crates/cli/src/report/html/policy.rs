//! What the page may do: use its own style and script, and nothing else.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use minijinja::Value;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::picture;

const SCRIPT: &str = include_str!("../../../assets/page.js");

/// The page's own style and script, and the policy that allows these and nothing else.
#[derive(Debug, Serialize)]
pub(super) struct Policy {
    style: Value,
    script: Value,
    allows: String,
}

impl Policy {
    pub(super) fn new() -> Self {
        let style = format!(
            "{}{}",
            picture::STYLE,
            include_str!("../../../assets/page.css")
        );
        let allows = format!(
            "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(SCRIPT)
        );
        Self {
            style: Value::from_safe_string(style),
            script: Value::from_safe_string(SCRIPT.to_owned()),
            allows,
        }
    }
}

fn hash(source: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_but_what_is_named() {
        let policy = Policy::new();
        assert!(policy.allows.starts_with("default-src 'none';"));
        assert!(!policy.allows.contains("unsafe"));
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_reckon() {
        assert_eq!(
            hash(""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
