# -- a new log: hieucan new --------------------------------------------------------------------------------------

help-usage-new = hieucan new [TITLE] [--member MEMBER] [OPTIONS]
help-command-new = Write a new log, asked step by step on a terminal; with a title, --member and --assigned nothing is asked
help-title = The task
help-new-member = The member: id or exact name
help-assigned = The day it was given, such as 2026-01-05 or 5/1/2026
help-due = The day it is due
help-done = The day it was done
help-kind = planned or arising
help-status = planned, doing, done or cancelled; without it, taken from the day it was done
help-assigned-by = Who gave it: id or name
help-visibility = Who may see it: public, cell or leaders
help-set = Another key or a criterion, as often as needed: `--set H1=met`, `--set "purpose=…"`, `--set "outputs={"{"}name: Plan, ref: 12-KH/BTG{"}"}"`
help-body = What is told below the front matter, in Markdown
help-from = Begin from an earlier log: title, member, kind, who gave it, coordination, references, risks and steps are copied; days, claims and evidence are not
help-yes = Ask nothing; stop and name what is missing
help-value-title = TITLE
help-value-new-member = MEMBER
help-value-assigned = DATE
help-value-due = DATE
help-value-done = DATE
help-value-kind = KIND
help-value-status = STATUS
help-value-assigned-by = PERSON
help-value-visibility = WHO
help-value-set = KEY=VALUE
help-value-body = TEXT
help-value-from = FILE

new-missing = no log was written: { $missing } is missing
    .hint = Add what is missing, or leave `--yes` out to be asked step by step
new-no-terminal = no log was written: { $missing } is missing, and there is no terminal here to ask at
    .hint = Add what is missing, such as `hieucan new "Title" --member can-bo-a --assigned 2026-01-05`
new-unsound = `{ $path }` was not written: the log would have errors
    .hint = Mend what is named above and run it again; nothing was written
new-no-member = the roster has no `{ $found }`
    .hint = Write the id or the exact name as in hieucan.yaml
new-set-form = `--set { $found }` has no `=`
    .hint = Write `--set KEY=VALUE`
new-set-key = a log has no key `{ $found }`, and the rubric no such criterion
    .hint = Possible are { $expected }
new-set-value = `{ $found }` cannot be read
    .hint = Write a sentence, or several keys such as {"{"}name: Plan, ref: 12-KH/BTG{"}"}
new-set-level = `{ $found }` is no level of the rubric
    .hint = Write met, partial, unmet or na; with a reason {"{"}level: unmet, reason: …{"}"}
failure-no-answers = `{ $path }` is no log that can be read
    .hint = Name another log with `--from`; nothing was written

new-kept = No log was written. What was answered is kept in { $path }; run `hieucan new` to go on from there.
new-not-kept = no log was written, and the draft could not be kept either
    .hint = See whether your own folder (`~/.local/state`) can be written to
new-written = Wrote { $path }
new-warnings = Warnings: { $number }; the log counts all the same, `hieucan check` names them.
new-next =
    What next:
    { "  " }1. Open { $path } in an editor to write more.
    { "  " }2. Commit it: `git add { $path }`, then `git commit -m "Log"`.

# questions
new-welcome =
    A new log. Enter: next question. Esc: the question before. Ctrl+C: stop; what was answered stays.
    In a list: arrow keys, a number, or some letters of what is wanted.
new-left = A draft from last time was not written: { $title }
new-left-go-on = Go on with that draft
new-left-anew = Drop the draft and begin another log
new-untitled = (no title yet)
new-ask-title = What is the task?
    .hint = One short sentence, such as: Plan for the cell's congress
new-title-missing = A log needs a title
new-ask-member = Who does it?
new-ask-assigned = When was it given?
    .hint = Write 5/1/2026 or 2026-01-05
new-assigned-missing = A log needs the day on which the task was given, such as 2026-01-05
new-ask-due = When is it due?
    .hint = Leave it blank if there is no date
new-ask-done = When was it done?
    .hint = Leave it blank if it is not done yet
new-no-day = “{ $found }” is no real date, or not written as one; write 5/1/2026 or 2026-01-05
new-before-assigned = This is before the task was given ({ $other }); write it again, or press Esc to mend that day
new-done-later = This is after the as-of date ({ $other }); leave it blank if the task is not done
new-ask-kind = Planned, or did it come up?
new-kind-planned = planned
new-kind-arising = arising
new-skip = skip
new-ask-assigned-by = Who gave it?
    .hint = An id or a name; leave it blank if you do not know
new-ask-reason = Why this level?
    .hint = One short sentence; it may stay blank
new-ask-evidence = Other evidence
    .hint = What shows the level that you claim? Without any the log gets a warning.
new-ask-purpose = Purpose and requirements
    .hint = What is the task for, and what is required?
new-ask-procedure = Procedure
    .hint = By which steps or rules is it done?
new-ask-outputs = Products
    .hint = The documents or products that were made
new-ask-coordination = Coordination
    .hint = Which bodies or people did you work with?
new-ask-strengths = Strengths
    .hint = Strengths that helped in this task
new-ask-weaknesses = Weaknesses
    .hint = What was weak or missing in this task
new-ask-context = Context
    .hint = What was going on at the time and mattered
new-ask-progress = Progress
    .hint = Which part is finished?
new-ask-direction = The leaders' direction
    .hint = What did the leaders ask for?
new-ask-references = References
    .hint = Number of a regulation relied on, such as 124-QĐ/TW
new-ask-risks = Risks foreseen
    .hint = What could happen
new-ask-steps = Steps
    .hint = What comes first, what next; one step at a time
new-ask-archive = Archive
    .hint = Where is it filed?
new-ask-revisions = What the leaders changed
    .hint = A change made in your draft
new-ask-lessons = Lessons
    .hint = What was learnt for the next time?
new-ask-fixed = Weaknesses overcome
    .hint = The tag of an earlier weakness that is overcome
new-ask-excused = Objective cause of lateness
    .hint = It counts only when another member confirms it
new-ask-body = Anything to add
    .hint = Tell more about the work; it may stay blank and be written into the file later
new-part-ref = Number (or blank):
new-part-role = Their part (or blank):
new-part-tag = A short tag that joins repetitions, such as late-again (or blank):
new-part-on = Day (or blank):
new-part-by = Who (id or name, or blank):
new-part-q = What you asked to make it clear (or blank):
new-part-a = The answer:
new-part-title = Title of the document (or blank):
new-part-response = What would be done (or blank):
new-more = Another one, or Enter for the next question.
new-says-nothing = This is short or a placeholder and does not count as evidence yet; write more, or press Enter to keep it
new-ready = The log goes to { $path }:
new-end-write = Write this log
new-end-change = Change an answer
new-end-leave = Stop here and keep a draft
new-end-unsound = The log has the errors above and cannot be written; change that answer first.
new-which = Change which answer?
new-name-title = title
new-name-member = member
new-name-assigned = day given
new-name-due = due
new-name-done = done
new-name-kind = kind
new-name-assigned-by = given by
new-name-reason = reason
new-name-evidence = evidence
new-name-body = anything to add
