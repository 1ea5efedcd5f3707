//! Dates and periods: months that add up to quarters, halves and years.

use std::fmt;

use super::i18n::Lang;
use super::number::push_digits;
use super::text::fold;

/// A civil date that exists, with a four-digit year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// Reads `2026-01-05`, `05/01/2026` or `5/1/2026`; `None` for any other shape or a day that does not exist.
    ///
    /// ```
    /// # use hieucan::base::period::Date;
    /// assert_eq!(Date::parse("5/1/2026"), Date::parse("2026-01-05"));
    /// assert_eq!(Date::parse("2026-02-30"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, month, day) = match three_parts(text, '-') {
            Some((year, month, day)) if month.len() == 2 && day.len() == 2 => (year, month, day),
            _ => three_parts(text, '/').map(|(day, month, year)| (year, month, day))?,
        };
        let in_shape = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        if !in_shape || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'/') {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The date that `text` surely stands for though it is written in another way (`20-01-2026`, `2026-1-5`,
    /// `2026.1.5`), spelled as it should be, with day or year first as it was written.
    ///
    /// ```
    /// # use hieucan::base::period::Date;
    /// assert_eq!(Date::meant("20-01-2026").as_deref(), Some("20/01/2026"));
    /// assert_eq!(Date::meant("2026.1.5").as_deref(), Some("2026-01-05"));
    /// assert_eq!(Date::meant("30-02-2026"), None);
    /// ```
    pub fn meant(text: &str) -> Option<String> {
        let parts: Vec<&str> = text.trim().splitn(4, ['-', '.', '/']).map(str::trim).collect();
        let digits = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
        let [first, month, last] = parts[..] else { return None };
        if !parts.iter().all(digits) {
            return None;
        }
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return None;
        }
        let date = Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        let (year, month, day) = date.parts();
        Some(if first.len() == 4 { date.to_string() } else { format!("{day:02}/{month:02}/{year:04}") })
    }

    /// The date with these parts, if it exists and its year is 1–9999.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().filter(|date| date.year() > 0).map(Self)
    }

    /// Year, month (1–12) and day.
    pub fn parts(self) -> (i16, u8, u8) {
        (self.0.year(), self.0.month().unsigned_abs(), self.0.day().unsigned_abs())
    }

    /// Days from `self` to `later`; negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        self.0.duration_until(later.0).as_hours() / 24
    }

    /// The day so many days later; itself where the calendar ends.
    pub fn plus_days(self, days: u16) -> Self {
        self.0.checked_add(jiff::Span::new().days(days)).map_or(self, Self)
    }

    /// Its place in the week: 0 for Monday, 6 for Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }

    /// As people read it: `05/3/2026`, `24/01/2025` (the day padded, the month only for 1 and 2) in Vietnamese,
    /// `5 March 2026` in English.
    ///
    /// ```
    /// # use hieucan::base::{i18n::Lang, period::Date};
    /// let label = |text| Date::parse(text).map(|d| d.label(Lang::Vi));
    /// assert_eq!(label("2026-03-05").as_deref(), Some("05/3/2026"));
    /// assert_eq!(label("2025-01-24").as_deref(), Some("24/01/2025"));
    /// ```
    pub fn label(self, lang: Lang) -> String {
        let mut label = String::with_capacity(10);
        self.push_label(&mut label, lang);
        label
    }

    /// Appends [`Date::label`].
    pub fn push_label(self, out: &mut String, lang: Lang) {
        let (year, month, day) = self.parts();
        match lang {
            Lang::Vi => {
                self.push_day_and_month(out);
                out.push('/');
            }
            Lang::En => {
                push_digits(out, day.into(), 1);
                out.push(' ');
                out.push_str(ENGLISH_MONTHS[usize::from(month) - 1]);
                out.push(' ');
            }
        }
        push_digits(out, year.unsigned_abs().into(), 1);
    }

    /// The day in a year that is known: `05/3`, in English `5 Mar`.
    ///
    /// ```
    /// # use hieucan::base::{i18n::Lang, period::Date};
    /// let label = |text| Date::parse(text).map(|d| d.short_label(Lang::Vi));
    /// assert_eq!(label("2026-07-01").as_deref(), Some("01/7"));
    /// assert_eq!(label("2026-01-24").as_deref(), Some("24/01"));
    /// ```
    pub fn short_label(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => {
                let mut label = String::with_capacity(5);
                self.push_day_and_month(&mut label);
                label
            }
            Lang::En => format!("{} {}", self.parts().2, Period::month_of(self).short_label(lang)),
        }
    }

    /// The day padded, the month only for 1 and 2, as Party offices write them.
    fn push_day_and_month(self, out: &mut String) {
        let (_, month, day) = self.parts();
        push_digits(out, day.into(), 2);
        out.push('/');
        push_digits(out, month.into(), if month <= 2 { 2 } else { 1 });
    }
}

impl fmt::Display for Date {
    /// The ISO form, `2026-01-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        let mut iso = String::with_capacity(10);
        push_digits(&mut iso, year.unsigned_abs().into(), 4);
        iso.push('-');
        push_digits(&mut iso, month.into(), 2);
        iso.push('-');
        push_digits(&mut iso, day.into(), 2);
        f.write_str(&iso)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The parts of `text` between two separators; `None` when there are more or fewer.
fn three_parts(text: &str, separator: char) -> Option<(&str, &str, &str)> {
    let (first, rest) = text.split_once(separator)?;
    let (second, third) = rest.split_once(separator)?;
    (!third.contains(separator)).then_some((first, second, third))
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month, quarter, half or whole year. Ordered by first day, and the longer of two that begin together first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i16,
    span: PeriodSpan,
}

/// How long a [`Period`] is and which one of its year it is (counted from 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodSpan {
    /// The whole year.
    Year,
    /// Half 1 or 2.
    Half(u8),
    /// Quarter 1–4.
    Quarter(u8),
    /// Month 1–12.
    Month(u8),
}

impl Period {
    /// The period with this year, length and number; the number is one that there is.
    pub fn of(year: i16, span: PeriodSpan) -> Self {
        Self { year, span }
    }

    /// Whether it has the length of `other`.
    pub fn is_as_long_as(self, other: Self) -> bool {
        std::mem::discriminant(&self.span) == std::mem::discriminant(&other.span)
    }

    /// The month that holds `date`.
    pub fn month_of(date: Date) -> Self {
        let (year, month, _) = date.parts();
        Self { year, span: PeriodSpan::Month(month) }
    }

    /// For a month: its quarter, half and year.
    pub fn longer(self) -> [Self; 3] {
        let (_, last) = self.month_range();
        let span = |span| Self { year: self.year, span };
        [span(PeriodSpan::Quarter(last.div_ceil(3))), span(PeriodSpan::Half(last.div_ceil(6))), span(PeriodSpan::Year)]
    }

    /// The quarter that holds `date`.
    pub fn quarter_of(date: Date) -> Self {
        Self::month_of(date).longer()[0]
    }

    /// The year it lies in.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its length and number within the year.
    pub fn span(self) -> PeriodSpan {
        self.span
    }

    /// First and last month number, 1–12.
    pub fn month_range(self) -> (u8, u8) {
        match self.span {
            PeriodSpan::Year => (1, 12),
            PeriodSpan::Half(n) => (n * 6 - 5, n * 6),
            PeriodSpan::Quarter(n) => (n * 3 - 2, n * 3),
            PeriodSpan::Month(n) => (n, n),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let (_, month) = self.month_range();
        let day = (28..=31).rev().find_map(|day| Date::new(self.year, month as i8, day));
        day.expect("every month has a 28th")
    }

    /// The months it is the sum of, in order.
    pub fn months(self) -> impl Iterator<Item = Period> {
        let (first, last) = self.month_range();
        (first..=last).map(move |n| Period { year: self.year, span: PeriodSpan::Month(n) })
    }

    /// Whether `other` lies wholly inside it (every period contains itself).
    pub fn contains(self, other: Period) -> bool {
        let (first, last) = self.month_range();
        let (other_first, other_last) = other.month_range();
        self.year == other.year && first <= other_first && other_last <= last
    }

    /// The period of the same length just before.
    pub fn previous(self) -> Period {
        let before = |n: u8, last: u8| if n > 1 { (self.year, n - 1) } else { (self.year - 1, last) };
        let (year, span) = match self.span {
            PeriodSpan::Year => (self.year - 1, PeriodSpan::Year),
            PeriodSpan::Half(n) => (before(n, 2).0, PeriodSpan::Half(before(n, 2).1)),
            PeriodSpan::Quarter(n) => (before(n, 4).0, PeriodSpan::Quarter(before(n, 4).1)),
            PeriodSpan::Month(n) => (before(n, 12).0, PeriodSpan::Month(before(n, 12).1)),
        };
        Period { year, span }
    }

    /// Whether it is over when `other` begins.
    pub fn is_before(self, other: Period) -> bool {
        other.is_after(self)
    }

    /// Whether it begins when `other` is over.
    pub fn is_after(self, other: Period) -> bool {
        (self.year, self.month_range().0) > (other.year, other.month_range().1)
    }

    /// The period of the same length just after.
    pub fn next(self) -> Period {
        let after = |n: u8, last: u8| if n < last { (self.year, n + 1) } else { (self.year + 1, 1) };
        let (year, span) = match self.span {
            PeriodSpan::Year => (self.year + 1, PeriodSpan::Year),
            PeriodSpan::Half(n) => (after(n, 2).0, PeriodSpan::Half(after(n, 2).1)),
            PeriodSpan::Quarter(n) => (after(n, 4).0, PeriodSpan::Quarter(after(n, 4).1)),
            PeriodSpan::Month(n) => (after(n, 12).0, PeriodSpan::Month(after(n, 12).1)),
        };
        Period { year, span }
    }

    /// Reads `2026-03`, `2026-q1`, `2026-h1`, `2026`, `Tháng 3/2026`, `Quý I/2026`, `quý 1 năm 2026` and
    /// `6 tháng đầu năm 2026`; letter case and tone marks do not matter.
    ///
    /// ```
    /// # use hieucan::base::period::Period;
    /// assert_eq!(Period::parse("Quý I/2026"), Period::parse("2026-q1"));
    /// assert_eq!(Period::parse("6 tháng cuối năm 2026"), Period::parse("2026-h2"));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<&str> =
            folded.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).collect();
        match words.as_slice() {
            [key] => Self::parse_key(key),
            ["nam", year] => Self::parse_key(year),
            ["thang", n, rest @ ..] => Some(Self { year: year_of(rest)?, span: PeriodSpan::Month(number(n, 12)?) }),
            ["quy", n, rest @ ..] => {
                Some(Self { year: year_of(rest)?, span: PeriodSpan::Quarter(roman_or_number(n)?) })
            }
            ["6", "thang", half, rest @ ..] => {
                Some(Self { year: year_of(rest)?, span: PeriodSpan::Half(half_of(half)?) })
            }
            _ => None,
        }
    }

    /// The period that `text` was surely meant for, though it is not written as one; without a year that of `year`.
    ///
    /// ```
    /// # use hieucan::base::period::Period;
    /// assert_eq!(Period::meant("6/2026", None), Period::parse("2026-06"));
    /// assert_eq!(Period::meant("Q2", Some(2026)), Period::parse("2026-q2"));
    /// ```
    pub fn meant(text: &str, year: Option<i16>) -> Option<Self> {
        let folded = fold(text).replace(['-', '.', '/', '_'], " ");
        let words: Vec<&str> = folded.split_whitespace().collect();
        let is_year = |word: &str| four_digits(word).is_some();
        let quarter = |word: &str| Some(format!("quy {}", word.strip_prefix("quy").or(word.strip_prefix('q'))?));
        let spelled = match words.as_slice() {
            [month, year] if is_year(year) && number(month, 12).is_some() => format!("thang {month} {year}"),
            [year, month] if is_year(year) && number(month, 12).is_some() => format!("thang {month} {year}"),
            [year, short] if is_year(year) => format!("{} {year}", quarter(short)?),
            [short, rest @ ..] if *short != "quy" && short.starts_with('q') => {
                format!("{} {}", quarter(short)?, rest.join(" "))
            }
            [] => return None,
            words => words.join(" "),
        };
        Self::parse(&spelled).or_else(|| Self::parse(&format!("{spelled} {}", year?)))
    }

    fn parse_key(key: &str) -> Option<Self> {
        let (year, part) = key.split_once('-').map_or((key, None), |(year, part)| (year, Some(part)));
        let span = match part {
            None => PeriodSpan::Year,
            Some(part) if part.starts_with('q') => PeriodSpan::Quarter(number(&part[1..], 4)?),
            Some(part) if part.starts_with('h') => PeriodSpan::Half(number(&part[1..], 2)?),
            Some(part) if part.len() == 2 => PeriodSpan::Month(number(part, 12)?),
            Some(_) => return None,
        };
        Some(Self { year: four_digits(year)?, span })
    }

    /// As people read it: `Tháng 3/2026`, `Quý I/2026`, `6 tháng đầu năm 2026`, `Năm 2026`; in English
    /// `March 2026`, `Q1 2026`, `First half of 2026`, `2026`.
    pub fn label(self, lang: Lang) -> String {
        let mut label = String::with_capacity(24);
        self.push_label(&mut label, lang);
        label
    }

    /// Appends [`Period::label`].
    pub fn push_label(self, out: &mut String, lang: Lang) {
        let month = |n: u8| ENGLISH_MONTHS[usize::from(n) - 1];
        let quarter = |n: u8| usize::from(n) - 1;
        let words: [&str; 3] = match (lang, self.span) {
            (Lang::Vi, PeriodSpan::Year) => ["Năm ", "", ""],
            (Lang::Vi, PeriodSpan::Half(1)) => ["6 tháng đầu năm ", "", ""],
            (Lang::Vi, PeriodSpan::Half(_)) => ["6 tháng cuối năm ", "", ""],
            (Lang::Vi, PeriodSpan::Quarter(n)) => ["Quý ", ROMAN[quarter(n)], "/"],
            (Lang::Vi, PeriodSpan::Month(n)) => ["Tháng ", NUMBERS[usize::from(n) - 1], "/"],
            (Lang::En, PeriodSpan::Year) => ["", "", ""],
            (Lang::En, PeriodSpan::Half(1)) => ["First half of ", "", ""],
            (Lang::En, PeriodSpan::Half(_)) => ["Second half of ", "", ""],
            (Lang::En, PeriodSpan::Quarter(n)) => ["Q", NUMBERS[quarter(n)], " "],
            (Lang::En, PeriodSpan::Month(n)) => [month(n), " ", ""],
        };
        out.extend(words);
        push_digits(out, self.year.unsigned_abs().into(), 1);
    }

    /// The short name inside its year, for axes and switchers: `T3`, `Q.I`, `6 tháng đầu`, `Cả năm`.
    pub fn short_label(self, lang: Lang) -> String {
        match (lang, self.span) {
            (Lang::Vi, PeriodSpan::Year) => "Cả năm".to_owned(),
            (Lang::Vi, PeriodSpan::Half(1)) => "6 tháng đầu".to_owned(),
            (Lang::Vi, PeriodSpan::Half(_)) => "6 tháng cuối".to_owned(),
            (Lang::Vi, PeriodSpan::Quarter(n)) => format!("Quý {}", ROMAN[usize::from(n) - 1]),
            (Lang::Vi, PeriodSpan::Month(n)) => format!("T{n}"),
            (Lang::En, PeriodSpan::Year) => "Year".to_owned(),
            (Lang::En, PeriodSpan::Half(n)) => format!("H{n}"),
            (Lang::En, PeriodSpan::Quarter(n)) => format!("Q{n}"),
            (Lang::En, PeriodSpan::Month(n)) => ENGLISH_MONTHS[usize::from(n) - 1][..3].to_owned(),
        }
    }

    /// The name of a month on an axis: `3/2026`, in English `Mar 2026`; other periods by their whole name.
    pub fn axis_label(self, lang: Lang) -> String {
        match (lang, self.span) {
            (Lang::Vi, PeriodSpan::Month(n)) => format!("{n}/{}", self.year),
            (Lang::En, PeriodSpan::Month(_)) => format!("{} {}", self.short_label(lang), self.year),
            _ => self.label(lang),
        }
    }

    /// Appends the key used in paths and data: `2026`, `2026-h1`, `2026-q1`, `2026-03`.
    pub fn push_key(self, out: &mut String) {
        push_digits(out, self.year.unsigned_abs().into(), 4);
        let (letter, n, width) = match self.span {
            PeriodSpan::Year => return,
            PeriodSpan::Half(n) => ("-h", n, 1),
            PeriodSpan::Quarter(n) => ("-q", n, 1),
            PeriodSpan::Month(n) => ("-", n, 2),
        };
        out.push_str(letter);
        push_digits(out, n.into(), width);
    }

    fn order(self) -> (i16, u8, std::cmp::Reverse<u8>) {
        let (first, last) = self.month_range();
        (self.year, first, std::cmp::Reverse(last))
    }
}

impl fmt::Display for Period {
    /// The key used in paths and data: `2026`, `2026-h1`, `2026-q1`, `2026-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut key = String::with_capacity(7);
        self.push_key(&mut key);
        f.write_str(&key)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// The numbers of the quarters.
pub const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

fn year_of(words: &[&str]) -> Option<i16> {
    match words {
        [year] | ["nam", year] => four_digits(year),
        _ => None,
    }
}

fn four_digits(text: &str) -> Option<i16> {
    let all_digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits { text.parse().ok().filter(|year| *year > 0) } else { None }
}

fn number(text: &str, last: u8) -> Option<u8> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok().filter(|n| (1..=last).contains(n)) } else { None }
}

fn roman_or_number(text: &str) -> Option<u8> {
    match text {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => number(text, 4),
    }
}

fn half_of(word: &str) -> Option<u8> {
    match word {
        "dau" => Some(1),
        "cuoi" => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).expect("a period of the test")
    }

    #[test]
    fn a_period_in_other_spellings_is_meant_and_lacks_no_more_than_its_year() {
        for (written, key) in [
            ("6/2026", "2026-06"),
            ("2026-6", "2026-06"),
            ("06.2026", "2026-06"),
            ("quý 2", "2026-q2"),
            ("Quý II", "2026-q2"),
            ("q2", "2026-q2"),
            ("Q2/2025", "2025-q2"),
            ("2025 q2", "2025-q2"),
            ("quý2 2025", "2025-q2"),
            ("tháng 6", "2026-06"),
            ("tháng 6-2025", "2025-06"),
            ("6 tháng đầu năm", "2026-h1"),
        ] {
            assert_eq!(Period::meant(written, Some(2026)), Some(period(key)), "{written}");
        }
        for written in ["", "6", "13/2026", "quý 5", "tháng", "30/6/2026", "x 2026"] {
            assert_eq!(Period::meant(written, Some(2026)), None, "{written}");
        }
        assert_eq!(Period::meant("quý 2", None), None);
    }

    #[test]
    fn every_spelling_of_a_period_is_read() {
        for (text, key) in [
            ("2026-03", "2026-03"),
            ("Tháng 3/2026", "2026-03"),
            ("tháng 03 năm 2026", "2026-03"),
            ("Quý I/2026", "2026-q1"),
            ("quý 1 năm 2026", "2026-q1"),
            ("QUÝ IV / 2026", "2026-q4"),
            ("6 tháng đầu năm 2026", "2026-h1"),
            ("6 tháng cuối năm 2026", "2026-h2"),
            ("Năm 2026", "2026"),
            ("2026", "2026"),
        ] {
            assert_eq!(Period::parse(text).map(|p| p.to_string()).as_deref(), Some(key), "{text}");
        }
        for text in ["2026-13", "quý 5/2026", "26", "2026-3", "", "tháng 3", "2026-q", "2026-é"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_have_only_the_three_shapes() {
        for text in ["2026-1-5", "20260105", "2026-01-05T10:00", "05-01-2026", "2026/01/05", "31/4/2026", "0000-01-01"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_is_the_sum_of_its_months_and_follows_the_one_before() {
        assert_eq!(period("2026-h2").months().count(), 6);
        assert!(period("2026").contains(period("2026-q3")));
        assert!(!period("2026-q3").contains(period("2026")));
        assert_eq!(period("2026-q1").previous(), period("2025-q4"));
        assert_eq!(period("2026-01").previous(), period("2025-12"));
        assert!(period("2026") < period("2026-h1") && period("2026-h1") < period("2026-q1"));
    }
}
