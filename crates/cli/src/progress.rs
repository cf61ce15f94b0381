//! How far a long run has come, on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs with fewer documents are over before a bar is drawn.
const LEAST: usize = 200;

/// Whether the user sees how far a run has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    is_quiet: bool,
}

impl Progress {
    pub(crate) fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    /// A bar for so many documents, with their rate and the time that is left.
    pub(crate) fn bar(self, documents: usize) -> ProgressBar {
        if self.is_quiet || documents < LEAST {
            return ProgressBar::hidden();
        }
        // hides itself where the standard error is no terminal
        let target = ProgressDrawTarget::stderr_with_hz(5);
        let bar = ProgressBar::with_draw_target(Some(documents as u64), target);
        let template = "{bar:30} {human_pos} of {human_len} documents, {per_sec}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(250));
        bar
    }
}
