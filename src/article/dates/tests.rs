use super::*;

#[test]
fn dates_are_read_in_many_hands() {
    for (text, expected) in [
        ("2025-06-30T12:34:56+02:00", "2025-06-30T12:34:56+02:00"),
        ("2025-06-30T12:34:56.123Z", "2025-06-30T12:34:56Z"),
        ("2025-06-30 12:34:56 +0200", "2025-06-30T12:34:56+02:00"),
        ("2025-06-30T12:34-05:00", "2025-06-30T12:34-05:00"),
        ("2025-06-30", "2025-06-30"),
        ("20250630T123456Z", "2025-06-30T12:34:56Z"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("Mon, 30 Jun 2025 12:34:56 GMT", "2025-06-30T12:34:56Z"),
        ("Mon Jun 30 2025 12:34:56 GMT+0200 (CEST)", "2025-06-30T12:34:56+02:00"),
        ("June 30, 2025 at 4:05 p.m. EDT", "2025-06-30T16:05-04:00"),
        ("Updated 12:05 AM, June 1st, 2025", "2025-06-01T00:05"),
        ("Published: 3 March 2024", "2024-03-03"),
        ("Montag, 30. Juni 2025, 14:05 Uhr", "2025-06-30T14:05"),
        ("Stand: 30.06.2025 | 14.05 Uhr", "2025-06-30T14:05"),
        ("Publié le 1er août 2024 à 18h30", "2024-08-01T18:30"),
        ("12 de enero de 2023", "2023-01-12"),
        ("15 września 2022 r.", "2022-09-15"),
        ("2025. június 30. 9:00", "2025-06-30T09:00"),
        ("30 haziran 2025 - 11:20", "2025-06-30T11:20"),
        ("28 апреля 2023, 10:15", "2023-04-28T10:15"),
        ("2024年04月24日08:15", "2024-04-24T08:15"),
        ("2024년 4월 24일", "2024-04-24"),
        ("24 tháng 4, 2024", "2024-04-24"),
        ("٢٤ أبريل ٢٠٢٤", "2024-04-24"),
        ("24 अप्रैल 2024", "2024-04-24"),
        ("24 באפריל 2024", "2024-04-24"),
        ("06/30/2025", "2025-06-30"),
    ] {
        assert_eq!(find(text, Order::DayFirst).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_doubtful_order_goes_by_the_language() {
    assert_eq!(find("03/04/2025", Order::of(Some("en-US"))).as_deref(), Some("2025-03-04"));
    assert_eq!(find("03/04/2025", Order::of(Some("en-GB"))).as_deref(), Some("2025-04-03"));
    assert_eq!(find("03-04-2025", Order::MonthFirst).as_deref(), Some("2025-03-04"));
    assert_eq!(find("03-04-2025", Order::DayFirst).as_deref(), Some("2025-04-03"));
    assert_eq!(find("03.04.2025", Order::MonthFirst).as_deref(), Some("2025-04-03"));
}

#[test]
fn what_is_no_date_gives_none() {
    for text in [
        "",
        "Breaking",
        "31.02.2025",
        "2025-13-01",
        "1.2.3",
        "Chapter 12 of 30",
        "May the force",
        "+1 555 123 4567",
        "12:30",
        "99999999999999999999999999",
        "May 2025",
        "10/10",
        "٣",
    ] {
        assert_eq!(find(text, Order::DayFirst), None, "{text}");
    }
}

#[test]
fn seconds_since_1970_are_a_value() {
    assert_eq!(value("1700000000", Order::DayFirst).as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!(value("1700000000123", Order::DayFirst).as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!(value("20250630123456", Order::DayFirst).as_deref(), Some("2025-06-30T12:34:56"));
}

#[test]
fn addresses_tell_dates() {
    for (url, expected) in [
        ("https://x.test/2025/06/30/storm", Some("2025-06-30")),
        ("https://x.test/world/2025/jun/30/storm", Some("2025-06-30")),
        ("https://x.test/n1/2024/0424/c1001-40223222.html", Some("2024-04-24")),
        ("https://x.test/storm-20250630.html", Some("2025-06-30")),
        ("https://x.test/2025/06/storm", None),
        ("https://x.test/a-65464320", None),
    ] {
        assert_eq!(in_url(url).as_deref(), expected, "{url}");
    }
}
