//! What counts as the same word in two prints of one quotation.

use crate::text::quantities::spelled;
use crate::text::stem::hash;

/// The keys of the words that `form` (as [`Prose::form`](crate::text::Prose::form) has it) is made of, alike for both
/// spellings of English, for digits and number words, for contractions and their full forms, with and without accents.
pub(super) fn keys(form: &str, out: &mut Vec<u64>) {
    match form {
        "cannot" | "can't" => return out.extend(["can", "not"].map(key)),
        "won't" => return out.extend(["will", "not"].map(key)),
        "shan't" => return out.extend(["shall", "not"].map(key)),
        "gonna" => return out.extend(["going", "to"].map(key)),
        "percent" => return out.extend(["per", "cent"].map(key)),
        "i'm" => return out.extend(["i", "am"].map(key)),
        "let's" => return out.extend(["let", "us"].map(key)),
        _ => {}
    }
    if let Some(verb) = form.strip_suffix("n't") {
        return out.extend([verb, "not"].map(key));
    }
    for (ending, full) in [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would")] {
        if let Some(word) = form.strip_suffix(ending) {
            return out.extend([word, full].map(key));
        }
    }
    if let Some(word) = form.strip_suffix("'s")
        && matches!(word, "it" | "he" | "she" | "that" | "there" | "what" | "who" | "here" | "where" | "how")
    {
        return out.extend([word, "is"].map(key));
    }
    out.push(key(form));
}

fn key(form: &str) -> u64 {
    if let Some(number) = spelled(form) {
        return hash(number.to_string().as_bytes());
    }
    if form.is_ascii() && form.starts_with(|c: char| c.is_ascii_digit()) {
        return hash(form.replace(',', "").as_bytes());
    }
    hash(fold(form).as_bytes())
}

/// Both spellings of a word to one. What this makes alike by accident (“fourth” and “forth”) stands in one place of one
/// quotation in no two prints.
pub(super) fn fold(form: &str) -> String {
    let mut word: String = form.chars().map(plain).collect();
    for (from, to) in [
        ("grey", "gray"),
        ("programme", "program"),
        ("tyre", "tire"),
        ("mum", "mom"),
        ("whilst", "while"),
        ("amongst", "among"),
        ("towards", "toward"),
        ("although", "though"),
        ("till", "until"),
        ("whom", "who"),
        ("okay", "ok"),
        ("learnt", "learned"),
        ("judgement", "judgment"),
        ("adviser", "advisor"),
        ("ageing", "aging"),
        ("mister", "mr"),
        ("centre", "center"),
        ("theatre", "theater"),
        ("metre", "meter"),
        ("litre", "liter"),
        ("defence", "defense"),
        ("offence", "offense"),
        ("licence", "license"),
        ("practise", "practice"),
        ("cheque", "check"),
        ("jewellery", "jewelry"),
        ("aluminium", "aluminum"),
    ] {
        if let Some(rest) = word.strip_prefix(from)
            && matches!(rest, "" | "s" | "d" | "ed" | "rs" | "'s")
        {
            return format!("{to}{rest}");
        }
    }
    if word.len() >= 6 {
        word = word.replace("our", "or");
        for (from, to) in [
            ("ise", "ize"),
            ("ised", "ized"),
            ("ises", "izes"),
            ("ising", "izing"),
            ("isation", "ization"),
            ("isations", "izations"),
            ("yse", "yze"),
            ("ysed", "yzed"),
            ("ogue", "og"),
            ("lled", "led"),
            ("lling", "ling"),
            ("ller", "ler"),
            ("llor", "lor"),
        ] {
            if let Some(stem) = word.strip_suffix(from) {
                return format!("{stem}{to}");
            }
        }
    }
    word
}

fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one_word_and_other_words_are_not() {
        let of = |forms: &str| {
            let mut out = Vec::new();
            forms.split(' ').for_each(|f| keys(f, &mut out));
            out
        };
        for (a, b, same) in [
            ("labour", "labor", true),
            ("neighbours", "neighbors", true),
            ("organisation", "organization", true),
            ("travelled", "traveled", true),
            ("centre", "center", true),
            ("café", "cafe", true),
            ("twelve", "12", true),
            ("12,000", "12000", true),
            ("don't", "do not", true),
            ("it's", "it is", true),
            ("percent", "per cent", true),
            ("can't", "cannot", true),
            ("rejects", "accepts", false),
            ("twelve", "twenty", false),
            ("can", "can't", false),
            ("assange's", "assange", false),
            ("course", "corpse", false),
        ] {
            assert_eq!(of(a) == of(b), same, "{a} {b}");
        }
    }
}
