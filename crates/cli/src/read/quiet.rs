use std::{cell::Cell, panic, sync::Once};

thread_local!(static QUIET: Cell<bool> = const { Cell::new(false) });

/// Works on this thread without a word on the standard error, even if foreign code panics in it.
pub(crate) fn quiet<T>(work: impl FnOnce() -> T) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
    let before = QUIET.replace(true);
    let done = work();
    QUIET.set(before);
    done
}
