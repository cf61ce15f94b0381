use rashomon_extractor::Document;

use super::{
    file::{Entry, Outlet},
    usage::Usage,
};

/// Gives outlets the names that the desk knows them by: "The Wire" for "wire.example".
pub(super) fn name(outlets: &[Entry<Outlet>], documents: &mut [Document], usage: &mut Usage) {
    if outlets.is_empty() {
        return;
    }
    for document in documents {
        let Some(given) = document.outlet.as_deref() else {
            continue;
        };
        let known = outlets.iter().position(|entry| bears(&entry.value, given));
        if let Some(index) = known {
            usage.outlets[index] = true;
            document.outlet = Some(outlets[index].value.name.as_str().into());
        }
    }
}

/// On which side an outlet stands, by its name.
pub(super) fn side<'o>(outlets: &'o [Entry<Outlet>], name: &str) -> Option<&'o str> {
    let outlet = outlets.iter().find(|entry| entry.value.name == name)?;
    outlet.value.side.as_deref()
}

fn bears(outlet: &Outlet, name: &str) -> bool {
    let mut names = outlet.aliases.iter().chain([&outlet.name]);
    names.any(|known| is_same(known, name))
}

/// Whether two names are one but for the size of their letters.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let fold = |c: char| c.to_lowercase();
    a.trim()
        .chars()
        .flat_map(fold)
        .eq(b.trim().chars().flat_map(fold))
}
