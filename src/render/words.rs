//! The words that stand on many pages, looked up once per run and escaped. Each has the catalogue's key of its own
//! name, with `-` for `_`.

use super::phrase::{Counted, Phrase};
use crate::base::html::escape;
use crate::base::i18n::Catalog;
use crate::report::{EvidenceKind, Field, Ledger};

macro_rules! words {
    (
        plain: $($plain:ident)+;
        formulas: $($formula:ident)+;
        texts: $($text:ident)+;
        phrases: $($phrase:ident($($hole:literal),+))+;
        counted: $($counted:ident($($other:literal),*))+;
    ) => {
        /// Texts for templates, which escape them; texts for markup; sentences with holes; sentences about a number.
        #[allow(missing_docs, reason = "each field is the catalogue's text of its name")]
        pub struct Words {
            $(pub $plain: String,)+
            $(pub $formula: [String; 2],)+
            $(pub $text: String,)+
            $(pub $phrase: Phrase,)+
            $(pub $counted: Counted,)+
            fields: Vec<String>,
            evidence_kinds: Vec<String>,
            ledgers: Vec<String>,
        }

        impl Words {
            /// The words of `catalog`.
            pub fn of(catalog: &Catalog) -> Self {
                let key = |name: &str| name.replace('_', "-");
                Self {
                    $($plain: catalog.text(&key(stringify!($plain))),)+
                    $($formula: with_formula(catalog, &key(stringify!($formula))),)+
                    $($text: escape(&catalog.text(&key(stringify!($text)))),)+
                    $($phrase: Phrase::of(catalog, &key(stringify!($phrase)), &[$($hole),+]),)+
                    $($counted: Counted::of(catalog, &key(stringify!($counted)), &[$($other),*]),)+
                    fields: texts(catalog, "field", Field::ALL.map(Field::id)),
                    evidence_kinds: texts(catalog, "evidence-kind", EvidenceKind::ALL.map(EvidenceKind::id)),
                    ledgers: texts(catalog, "ledger", Ledger::ALL.map(Ledger::id)),
                }
            }
        }
    };
}

words! {
    plain:
        nav_home nav_members nav_criteria nav_tasks nav_ledgers gantt_title gantt_own gantt_partner gantt_approval
        gantt_month gantt_today trend_head radar_note legend_claimed legend_evidenced legend_confirmed
        phase_before phase_during phase_after;
    formulas:
        fact_claimed fact_evidenced fact_confirmed
        card_on_time card_late card_excused card_overdue card_drifting card_unclaimed card_unmet;
    texts:
        fact_confirmed_none unclaimed unmet not_reviewed evidence_on_time
        points_strong points_weak points_unclaimed points_none members_soon members_evidence members_quiet members_clear points_note
        assigned assigned_by due done timeliness kind status kind_and_status counts_in record_id criterion
        change_unknown change_same
        outcome_unclaimed outcome_na outcome_unmet outcome_claimed outcome_evidenced
        outcome_confirmed outcome_disputed outcome_stale
        ratings ratings_note ratings_caption rating_period rating_subject rating_level rating_rater rating_by rating_votes
        rater_cell rater_superior verdict_below verdict_above verdict_other
        reviews standing_valid standing_stale standing_own standing_own_commit
        since since_legend since_gone since_new since_unknown since_withheld since_much title task_body evidence
        time_part_open time_part_none records_counted
        time_on_time time_due_today time_open_undated time_cancelled time_undated
        status_planned status_doing status_done status_cancelled kind_planned kind_arising
        pager pager_next period_all periods_switch periods_shown periods_overall periods_quarters periods_months
        periods_other_years period_ahead not_begun scope_public scope_leaders
        group_negative state_upcoming whole_cell member matrix_claimed
        flag_placeholder flag_short flag_copied evidence_entry evidence_section
        revision_adopted revision_refused risk_happened risk_did_not risk_unready
        calendar_file link_refused link_broken file_withheld image_missing
        field_fixed field_excused asked answered unanswered
        todo_overdue todo_overdue_rule todo_soon todo_soon_rule todo_drifting todo_drifting_rule todo_late todo_late_rule
        todo_evidence todo_claim todo_unmet
        todo_evidence_how todo_claim_how todo_unmet_how todo_disputed todo_disputed_how todo_repeated_latest task_number
        attention_waiting attention_waiting_first attention_waiting_all attention_stale attention_stale_rule waiting_stale
        attention_unevidenced attention_weak attention_weak_rule attention_repeated
        attention_repeated_rule attention_faulty attention_open attention_open_rule attention_alone attention_alone_rule
        attention_year_rule todo_year todo_year_rule todo_alone todo_alone_rule
        history history_first history_last history_changes history_first_unknown history_same_day history_edited
        history_uncommitted history_no_git history_refused history_failed history_shallow
        closed_none closed_unknown left_gone left_cancelled left_faulty server server_edit server_history;
    phrases:
        matrix_caption("period") by_criterion_caption("period") by_criterion_alone("period") change_head("period") change_head_since("period", "date") late_caption("period")
        tasks_caption("period") member_period_criteria_caption("period") marks_caption("period")
        who_caption("period") records_caption("period") members_caption("period") criteria_caption("period")
        trend_told("first", "last", "least", "most") months_matrix_caption("months")
        outcomes_caption("period") timing_members_caption("period") timing_periods_caption("period")
        radar_title("period") trend_title("criterion") columns_title("criterion")
        period_lead("from", "until", "records") period_running("date") until_as_of("date") card_of_applicable("percent", "applicable")
        change_up("points") change_down("points")
        periods_before("period") periods_after("period")
        state_retiring("date") state_retired("date") member_since("date") member_until("date") member_away("from", "until")
        standing_replaced("date") todo_disputed_line("task", "criterion", "given", "claimed") and_more("count") in_time("done", "due") basis("reference")
        lesson_earlier("tasks") excuse_confirmed("person") reason("text")
        evidence_rule("fields", "criterion") evidence_fields("fields") plan_sum("from", "until", "days") plan_coordination("days") plan_approval("days")
        rating_share("top", "count", "of-good", "share-good", "good", "of-all", "share-all")
        silent_since("date") never_told("date") due_on("date")
        card_any_period("count") since_file("path") history_committed("date") history_at_least("count") closed_on("period", "date") closed_undated("period") closed_merged("date")
        left_moved("period");
    counted:
        time_late() time_excused() time_overdue() time_drifting() time_days() time_open()
        uncounted() uncounted_sentence() members_faulty() faulty_note() records() items_below() records_elsewhere()
        todo_repeated_count() attention_unevidenced_count() attention_waiting_count() faulty_reviews() lesson_earlier_more()
        history_after() closed_some() closed_left() since_left();
}

/// The label of a figure and how it comes about, escaped.
fn with_formula(catalog: &Catalog, key: &str) -> [String; 2] {
    [escape(&catalog.text(key)), escape(&catalog.text(&format!("{key}.formula")))]
}

fn texts<const N: usize>(catalog: &Catalog, prefix: &str, names: [&str; N]) -> Vec<String> {
    names.iter().map(|name| escape(&catalog.text(&format!("{prefix}-{}", name.replace('_', "-"))))).collect()
}

impl Words {
    /// The name of a field of a record.
    pub fn field(&self, field: Field) -> &str {
        &self.fields[field as usize]
    }

    /// The name of a ledger.
    pub fn ledger(&self, ledger: Ledger) -> &str {
        &self.ledgers[ledger as usize]
    }

    /// The name of a kind of evidence.
    pub fn evidence_kind(&self, kind: EvidenceKind) -> &str {
        &self.evidence_kinds[kind as usize]
    }
}
