//! The words that stand on many papers, looked up once per run and escaped. Each has the catalogue's key of its own
//! name behind `paper-`, with `-` for `_`.

use crate::base::html::escape;
use crate::base::i18n::Catalog;
use crate::render::phrase::{Counted, Phrase};

macro_rules! words {
    (
        texts: $($text:ident)+;
        phrases: $($phrase:ident($($hole:literal),+))+;
        counted: $($counted:ident)+;
    ) => {
        /// Texts for markup, escaped; sentences with holes; sentences about a number, which no line
        /// ends with.
        pub struct PaperWords {
            $(pub $text: String,)+
            $(pub $phrase: Phrase,)+
            $(pub $counted: Counted,)+
        }

        impl PaperWords {
            /// The words of `catalog`.
            pub fn of(catalog: &Catalog) -> Self {
                let key = |name: &str| format!("paper-{}", name.replace('_', "-"));
                Self {
                    $($text: escape(&catalog.text(&key(stringify!($text)))),)+
                    $($phrase: Phrase::of(catalog, &key(stringify!($phrase)), &[$($hole),+]),)+
                    $($counted: Counted::of(catalog, &key(stringify!($counted)), &[]).bound(),)+
                }
            }
        }
    };
}

words! {
    texts:
        none untagged again carried tasks_late tasks_open tasks_on_time tasks_undated
        sheet sheet_empty sheet_position sheet_tasks sheet_open sheet_halves sheet_next sheet_member_says sheet_cell_says
        sheet_signs signed_by_hand applicable on_behalf secretary first_page
        next_finish next_carried next_soon next_progress next_evidence next_claim next_unmet
        review_outputs review_strengths review_strong review_written review_late review_unmet review_excuse
        review_verdicts review_revisions review_lessons review_overcome review_unshown review_unclaimed review_finish
        review_of_superior review_of_cell review_unconfirmed;
    phrases:
        subject("rubric", "period") lead("from", "until", "members", "records", "writers") as_of("date")
        strong_line("criteria") weak_line("criteria") unclaimed_line("criteria") weak_how("criterion", "fields")
        sheet_holds("records") sheet_away("from", "until") grid_caption("period") due_in("period") sheets_of("from", "until") due_line("date")
        of_kinds("kinds") raised_line("date", "rater", "person", "criterion", "level") shared_line("criterion", "cell", "own")
        review_sums("records", "claimed", "evidenced", "confirmed") review_confirmed("share");
    counted:
        on_time late excused overdue drifting open undated planned arising
        decide_overdue decide_waiting decide_unevidenced decide_returned decide_faulty overdue_own overdue_carried overdue_all_carried sheet_open_more due_later unfinished members_count;
}
