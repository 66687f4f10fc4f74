//! The command line.

#[path = "firsthand/extract.rs"]
mod extract;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["extract", "--jsonl"] => extract::lines(),
        ["extract", "--features"] => extract::features(),
        _ => {
            eprintln!("usage: firsthand extract --jsonl");
            return ExitCode::FAILURE;
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("firsthand: {e}");
            ExitCode::FAILURE
        }
    }
}
