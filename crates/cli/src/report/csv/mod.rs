//! Tables as CSV, with HXL tags under the header for humanitarian tools.
//!
//! Lines and quotes are as RFC 4180 has them, but for the line ends, which are those of Unix.

mod cell; // words that stay words in a spreadsheet
mod claims; // a claim a row
mod figures; // a figure a row
mod incidents; // an event a row, under Airwars' names

use std::io::Write;

use anyhow::Result;

use self::cell::Cell;
use super::Report;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Table {
    /// A claim a row
    Claims,
    /// A figure a row: the range that the sources of an event support
    Figures,
    /// An event a row, under the names of Airwars' exports
    Incidents,
}

/// A column: its name, and its HXL tag.
type Column = (&'static str, &'static str);

/// Writes a table of a report.
pub(crate) fn write(report: &Report, table: Table, hxl: bool, out: &mut impl Write) -> Result<()> {
    match table {
        Table::Claims => write_rows(claims::COLUMNS, hxl, claims::rows(report), out),
        Table::Figures => write_rows(figures::COLUMNS, hxl, figures::rows(report), out),
        Table::Incidents => write_rows(&incidents::columns(), hxl, incidents::rows(report), out),
    }
}

fn write_rows(
    columns: &[Column],
    hxl: bool,
    rows: impl Iterator<Item = Vec<String>>,
    out: &mut impl Write,
) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|(header, _)| header))?;
    if hxl {
        writer.write_record(columns.iter().map(|(_, tag)| tag))?;
    }
    for row in rows {
        writer.write_record(row.iter().map(|cell| Cell(cell).harmless().into_owned()))?;
    }
    writer.flush()?;
    Ok(())
}

fn shown(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A figure as a spreadsheet reads it, without marks between thousands.
fn number(amount: Option<rashomon_extractor::Amount>) -> String {
    shown(amount).replace(',', "")
}

fn joined<T: std::fmt::Display>(items: impl IntoIterator<Item = T>, between: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    fn table(table: Table, hxl: bool) -> String {
        let mut written = Vec::new();
        write(&fixture::report(), table, hxl, &mut written).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn a_claim_is_a_row() {
        insta::assert_snapshot!(table(Table::Claims, true));
    }

    #[test]
    fn a_figure_is_a_row() {
        insta::assert_snapshot!(table(Table::Figures, true));
    }

    #[test]
    fn an_event_is_a_row_under_the_names_of_airwars() {
        insta::assert_snapshot!(table(Table::Incidents, true));
    }

    #[test]
    fn every_row_is_as_long_as_the_header() {
        for kind in [Table::Claims, Table::Figures, Table::Incidents] {
            let table = table(kind, true);
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            let width = reader.headers().unwrap().len();
            for row in reader.records() {
                assert_eq!(row.unwrap().len(), width, "{kind:?}");
            }
        }
    }

    #[test]
    fn tags_can_be_left_out() {
        assert!(table(Table::Claims, true).contains("\n#meta+id"));
        assert!(!table(Table::Claims, false).contains("\n#meta+id"));
    }
}
