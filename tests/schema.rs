//! The JSON that the program writes keeps to the schema that it prints, and `docs/schema/` holds that one.

use std::{env, fs};

use serde_json::Value;

use crate::{
    events::events,
    program::{Program, root},
};

#[test]
fn every_report_keeps_to_the_schema() {
    let schema = closed(schema("report"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (event, documents) in events() {
        for rule in ["range", "airwars"] {
            let run = Program::new()
                .args([
                    "report",
                    "--with-text",
                    "--format",
                    "json",
                    "--figures",
                    rule,
                ])
                .arg(&documents)
                .run();
            let report: Value = serde_json::from_str(&run.out).unwrap();
            holds(&validator, &report, &event);
        }
    }
}

#[test]
fn every_annotation_keeps_to_the_schema() {
    let schema = closed(schema("annotation"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (event, documents) in events() {
        let run = Program::new()
            .args(["annotate", "--with-text", "--format", "json"])
            .arg(&documents)
            .run();
        for line in run.out.lines() {
            holds(&validator, &serde_json::from_str(line).unwrap(), &event);
        }
    }
}

#[test]
fn every_comparison_keeps_to_the_schema() {
    let schema = closed(schema("compare"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let run = Program::new()
        .args(["compare", "--format", "json", "--pairs", "-"])
        .input("{\"id\": [7], \"a\": \"Six people died.\", \"b\": \"Two people died.\"}")
        .run();
    holds(
        &validator,
        &serde_json::from_str(&run.out).unwrap(),
        "pairs",
    );
}

#[test]
fn what_is_no_report_does_not_keep_to_the_schema() {
    let schema = schema("report");
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!({"schema": "rashomon.report/1"})));
    assert!(!validator.is_valid(&serde_json::json!([])));
}

#[test]
fn the_published_schemas_are_what_the_program_prints() {
    for name in ["report", "annotation", "compare"] {
        let path = root().join(format!("docs/schema/{name}.schema.json"));
        let printed = Program::new().args(["schema", name]).run().out;
        let published = fs::read_to_string(&path).unwrap_or_default();
        if published == printed {
            continue;
        }
        // as for snapshots
        if env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, printed).unwrap();
            continue;
        }
        panic!(
            "{}: accept the output with `INSTA_UPDATE=always cargo test`",
            path.display()
        );
    }
}

#[track_caller]
fn holds(validator: &jsonschema::Validator, json: &Value, name: &str) {
    let errors: Vec<String> = (validator.iter_errors(json).take(5))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
}

fn schema(name: &str) -> Value {
    let printed = Program::new().args(["schema", name]).run().out;
    serde_json::from_str(&printed).unwrap()
}

/// The schema for a test: no object may have a field that the schema does not name.
fn closed(mut schema: Value) -> Value {
    close(&mut schema);
    schema
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".to_owned(), false.into());
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
