//! JSON, for programs.

use std::io::{self, Write as _};

use serde::Serialize;

use super::Report;

/// Writes the report as one object.
pub(crate) fn write(report: &Report, out: &mut impl io::Write) -> anyhow::Result<()> {
    write_pretty(report, out)
}

/// Writes one object over several lines.
pub(crate) fn write_pretty(
    object: &impl Serialize,
    out: &mut impl io::Write,
) -> anyhow::Result<()> {
    serde_json::to_writer_pretty(&mut *out, object)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one object on one line.
pub(crate) fn write_line(object: &impl Serialize, out: &mut impl io::Write) -> anyhow::Result<()> {
    // the many small pieces of an object are put together before they meet the output's own buffer
    let mut line = io::BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer(&mut line, object)?;
    line.write_all(b"\n")?;
    line.flush()?;
    Ok(())
}

/// The name that JSON has for a case: `at_least`.
pub(super) fn name(case: &impl Serialize) -> String {
    match serde_json::to_value(case) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_report_is_one_object() {
        let mut json = Vec::new();
        write(&fixture::report(), &mut json).unwrap();
        insta::assert_snapshot!(String::from_utf8(json).unwrap());
    }
}
