//! In which formats the commands write.

use std::path::Path;

use clap::ValueEnum;

/// What a schema is printed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// What `report` and `check` write
    Report,
    /// A line of what `annotate` writes
    Annotation,
    /// A line of what `compare` writes
    Compare,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people at a terminal
    Text,
    /// For people who write
    #[value(alias = "md")]
    Markdown,
    /// For programs
    Json,
    /// For a browser: one page that needs nothing else
    #[value(alias = "htm")]
    Html,
    /// For tables: claims, figures or incidents (`--table`), with HXL tags under the header
    Csv,
    /// For graphs of knowledge: JSON-LD with the claims of schema.org
    #[value(name = "json-ld", alias = "jsonld")]
    JsonLd,
    /// For Graphviz
    #[value(alias = "gv")]
    Dot,
    /// For Gephi and yEd
    #[value(name = "graphml")]
    GraphMl,
    /// A picture of what is disputed, best of one event (`--event`)
    Svg,
    /// For GitHub Actions: annotations beside the lines that disputes rest on
    #[value(name = "github")]
    GitHub,
    /// For code scanning and editors
    Sarif,
    /// For test dashboards: a dispute is a failure, a known one is skipped
    #[value(name = "junit")]
    JUnit,
}

impl Format {
    /// Whether it draws a network.
    pub(super) fn draws(self) -> bool {
        matches!(self, Self::Dot | Self::GraphMl | Self::Svg)
    }

    /// The format that a file's name asks for: `report.md`.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Self::from_str(path.extension()?.to_str()?, true).ok()
    }
}

/// How what was read is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnnotationFormat {
    /// For people at a terminal
    #[default]
    Text,
    /// For programs: one object a line for each document
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_file_chooses_the_format() {
        assert_eq!(Format::of("a/b.md".as_ref()), Some(Format::Markdown));
        assert_eq!(Format::of("b.JSON".as_ref()), Some(Format::Json));
        assert_eq!(Format::of("b.out".as_ref()), None);
    }
}
