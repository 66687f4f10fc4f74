//! A report for people, in a terminal.

use firsthand::report::{Altered, Finding, Source, Span};
use firsthand::{Page, Report};
use std::collections::HashMap;
use std::io::{self, Write};

/// Columns of text.
const WIDTH: usize = 92;

struct Screen<W: Write> {
    out: W,
    color: bool,
}

/// Prints `report`, which is `page`'s.
pub fn print(page: &Page, report: &Report, color: bool) -> io::Result<()> {
    let mut screen = Screen { out: io::BufWriter::new(io::stdout().lock()), color };
    screen.report(page, report)?;
    screen.out.flush()
}

impl<W: Write> Screen<W> {
    fn report(&mut self, page: &Page, report: &Report) -> io::Result<()> {
        let blocks: HashMap<u32, Vec<u16>> =
            report.article.blocks.iter().flatten().map(|b| (b.index, b.text.encode_utf16().collect())).collect();
        let words = |span: Span| {
            let units = blocks.get(&span.block).and_then(|b| b.get(span.start as usize..span.end as usize));
            String::from_utf16_lossy(units.unwrap_or(&[]))
        };
        let title = report.article.title.as_deref().or(page.title.as_deref());
        self.line("1", title.unwrap_or("(no title)"))?;
        for fact in [&report.article.byline, &report.article.published, &report.article.url].into_iter().flatten() {
            self.line("2", fact)?;
        }
        writeln!(self.out)?;
        self.finding(report)?;
        if !report.credits.is_empty() {
            self.heading("Credits")?;
            for credit in &report.credits {
                let address = credit.url.as_deref().unwrap_or("not linked");
                self.item(&format!("{} ({address}), {} mentions", credit.name, credit.mentions))?;
            }
        }
        if let Some(source) = about(report) {
            self.source(source, &words)?;
        }
        if !report.characterizations.is_empty() {
            self.heading(&format!("The writer's own words  {}", report.characterizations.len()))?;
            for c in &report.characterizations {
                self.item(&words(c.span))?;
                self.under(&c.reason)?;
            }
        }
        let nobody: Vec<_> = report.attributions.iter().filter(|a| a.nobody).collect();
        if !nobody.is_empty() {
            self.heading(&format!("Credited to no one named  {}", nobody.len()))?;
            for span in nobody.iter().filter_map(|a| a.cue.or(a.source)) {
                self.item(&words(span))?;
            }
        }
        for gap in &report.gaps {
            self.line("2", &format!("{}: {}", gap.of, gap.message))?;
        }
        Ok(())
    }

    fn finding(&mut self, report: &Report) -> io::Result<()> {
        let outlet = about(report).map(outlet).unwrap_or_default();
        let credited = report.credits.first().map(|c| c.name.as_str()).unwrap_or_default();
        let counts = format!("{} of {} sentences", report.counts.traced, report.counts.total);
        let text = match report.finding {
            Finding::Rewrite => format!("Rewrite of {outlet}: {counts} trace to the report"),
            Finding::DrawsOn => format!("Draws on {outlet}: {counts} trace to the report"),
            Finding::SameEvent => format!("Covers the same event as {outlet}: {counts} also appear there"),
            Finding::Original => "No earlier report found; this may be the original".to_owned(),
            Finding::Credits | Finding::Forbidden => format!("This story credits {credited}"),
            Finding::Unlinked => format!("This story credits {credited}, without a link to the report"),
            Finding::SignIn => format!("This story credits {credited}; the report is behind a sign-in"),
            Finding::Failed => format!("This story credits {credited}; the report could not be fetched"),
            Finding::Untraced => format!("No sentence here traces to {outlet}"),
            Finding::Opinion => "Labelled opinion; no original found".to_owned(),
            Finding::Nothing => "No original found".to_owned(),
            Finding::NotArticle => "This is not a news article, so there is nothing to compare.".to_owned(),
        };
        self.line("1;36", &text)
    }

    fn source(&mut self, source: &Source, words: &dyn Fn(Span) -> String) -> io::Result<()> {
        let changed = |span: Span| {
            source
                .altered
                .iter()
                .any(|a| a.span.block == span.block && a.span.start >= span.start && a.span.end <= span.end)
        };
        let plain: Vec<_> = source.traces.iter().filter(|t| !changed(t.span)).collect();
        if !plain.is_empty() {
            self.heading(&format!("From the report  {}", plain.len()))?;
        }
        for trace in plain {
            self.item(&words(trace.span))?;
            self.under(&format!("{} {}", trace.sentence, trace.text))?;
        }
        if !source.altered.is_empty() {
            self.heading(&format!("Changed  {}", source.altered.len()))?;
        }
        for Altered { page, source, sentence, text, .. } in &source.altered {
            self.item(&format!("{source} → {page}"))?;
            self.under(&format!("{sentence} {text}"))?;
        }
        if !source.left_out.is_empty() {
            self.heading(&format!("Left out  {}", source.left_out.len()))?;
        }
        for left in &source.left_out {
            self.item(&left.text)?;
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out)?;
        self.line("1", text)
    }

    fn item(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("  ", "", text)
    }

    fn under(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("      ", "2", text)
    }

    fn line(&mut self, style: &str, text: &str) -> io::Result<()> {
        self.wrapped("", style, text)
    }

    /// Control characters of a page are not the terminal's.
    fn wrapped(&mut self, indent: &str, style: &str, text: &str) -> io::Result<()> {
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut line = String::new();
        let mut lines = Vec::new();
        for word in clean.split_whitespace() {
            if !line.is_empty() && indent.len() + line.chars().count() + word.chars().count() >= WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
        for line in lines {
            if self.color && !style.is_empty() {
                writeln!(self.out, "{indent}\x1b[{style}m{line}\x1b[0m")?;
            } else {
                writeln!(self.out, "{indent}{line}")?;
            }
        }
        Ok(())
    }
}

/// The source that the finding is about.
fn about(report: &Report) -> Option<&Source> {
    report.sources.get(report.about? as usize)
}

fn outlet(source: &Source) -> String {
    source.site.clone().or_else(|| source.title.clone()).unwrap_or_else(|| source.original.clone())
}
