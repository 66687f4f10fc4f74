//! The command line as a script uses it: JSON lines in, JSON lines out.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn start(arguments: &[&str]) -> std::io::Result<Child> {
    Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// A page of `paragraphs` paragraphs.
fn line(id: usize, paragraphs: usize) -> String {
    let text =
        "The council closed the swing bridge on Tuesday after an inspector found cracks in both of its bearings. ";
    let html = format!("<article><h1>Bridge {id}</h1>{}</article>", format!("<p>{text}</p>").repeat(paragraphs));
    json!({"id": id, "page": {"html": html}}).to_string()
}

fn answers(arguments: &[&str], lines: &[String]) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let mut child = start(arguments)?;
    let mut input = child.stdin.take().ok_or("no input")?;
    let text = lines.join("\n");
    let feeding = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    feeding.join().map_err(|_| "the feeding broke off")??;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

#[test]
fn answers_come_in_the_order_of_the_lines_however_long_each_takes() -> Outcome {
    // Every seventh page is a hundred times as long as the others.
    let lines: Vec<String> = (0..200).map(|id| line(id, if id % 7 == 0 { 300 } else { 3 })).collect();
    for command in ["extract", "read"] {
        let ids: Vec<_> = answers(&[command, "--jsonl"], &lines)?.iter().map(|a| a["id"].as_u64()).collect();
        assert_eq!(ids, (0..200).map(Some).collect::<Vec<_>>(), "{command}");
    }
    Ok(())
}

#[test]
fn a_line_that_cannot_be_read_is_answered_in_its_place() -> Outcome {
    let lines = [
        line(0, 3),
        "no JSON at all".to_owned(),
        String::new(),
        json!({"id": "two", "page": {"html": 2}}).to_string(),
        json!({"id": "three", "page": {}}).to_string(),
        line(4, 3),
    ];
    for (command, what) in [("extract", "article"), ("read", "report")] {
        let answers = answers(&[command, "--jsonl"], &lines)?;
        assert_eq!(answers.len(), 5, "{command}");
        let codes: Vec<_> = answers.iter().map(|a| a["error"]["code"].as_str().unwrap_or("none")).collect();
        assert_eq!(codes, ["none", "bad_line", "bad_line", "nothing_given", "none"], "{command}");
        assert_eq!((&answers[2]["id"], &answers[3]["id"]), (&json!("two"), &json!("three")));
        assert!(answers[0][what].is_object() && answers[4][what].is_object(), "{command}");
    }
    Ok(())
}

/// Whoever asks one thing at a time gets each answer before the next question.
#[test]
fn an_answer_does_not_wait_for_the_end_of_the_input() -> Outcome {
    let mut child = start(&["extract", "--jsonl"])?;
    let mut input = child.stdin.take().ok_or("no input")?;
    let mut output = BufReader::new(child.stdout.take().ok_or("no output")?);
    for id in 0..5 {
        writeln!(input, "{}", line(id, 3))?;
        let mut answer = String::new();
        output.read_line(&mut answer)?;
        assert_eq!(serde_json::from_str::<Value>(&answer)?["id"], id);
    }
    drop(input);
    assert!(child.wait()?.success());
    Ok(())
}

/// As with `| head -1`.
#[test]
fn a_reader_who_has_seen_enough_ends_it() -> Outcome {
    let mut child = start(&["extract", "--jsonl"])?;
    let mut input = child.stdin.take().ok_or("no input")?;
    drop(child.stdout.take());
    // More than every channel and pipe between us holds. That it breaks off is what is wanted.
    let page = line(0, 300);
    let broken = (0..1000).any(|_| writeln!(input, "{page}").is_err());
    drop(input);
    assert!(broken && !child.wait()?.success());
    Ok(())
}

#[test]
fn whoever_reads_may_stop_when_they_have_seen_enough() -> Outcome {
    let page = "# Bridge closed\n\nThe council closed the swing bridge on Tuesday after an inspector found cracks.\n";
    for arguments in [&["--help"] as &[_], &["extract", "-"], &["read", "-"], &["read", "-", "--json"]] {
        let mut child = start(arguments)?;
        drop(child.stdout.take());
        child.stdin.take().ok_or("no input")?.write_all(page.as_bytes()).ok();
        let output = child.wait_with_output()?;
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
    Ok(())
}
