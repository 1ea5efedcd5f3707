# The words of every check. Each code of base/diagnostic/code.rs has three parts:
#   the sentence   what was found, what was expected; no full stop; the writer's words in ` `
#   .hint          the next step
#   .about         what the code means, one sentence
# The facts ($found, $key, ...) are listed at the top of code.rs.

did-you-mean = Did you mean `{ $word }`?
check-error = error
check-warning = warning
check-hint = help
check-accepted = accepted
check-accepted-until = Accepted until { $until }
check-accepted-by = Accepted until { $until }, { $owner } sees to it: { $reason }
check-concealed = See it in full with `hieucan check` where the log is kept; this page repeats none of its words
check-help = Meaning, a wrong and a right example: docs/checks.md, section { $code }

# -- kinds of values and names of keys -------------------------------------------------------------------------

fact-empty = (empty)
fact-words-status = planned, doing, done, cancelled (kế hoạch, đang làm, hoàn thành, hủy)
fact-words-visibility = public, cell, leaders (công khai, chi bộ, lãnh đạo)
fact-words-kind = planned, arising (theo kế hoạch, phát sinh)
fact-words-role = member, leader, secretary (đảng viên, lãnh đạo, bí thư)
fact-words-audience = public, cell, leaders (công khai, chi bộ, lãnh đạo)
fact-words-rater = cell, superior (chi bộ, cấp có thẩm quyền)
fact-type-text = a text
fact-type-list = a list
fact-type-claims = one criterion per line
fact-type-map = a map
fact-type-date = a date
fact-type-yes-no = `yes` or `no` (`có`, `không`)
fact-type-number = a whole number
fact-type-nothing = nothing
fact-type-text-or-map = a text or a map

fact-field-purpose = `purpose`
fact-field-procedure = `procedure`
fact-field-outputs = `outputs`
fact-field-coordination = `coordination`
fact-field-strengths = `strengths`
fact-field-weaknesses = `weaknesses`
fact-field-context = `context`
fact-field-progress = `progress`
fact-field-on-time = `done` no later than `due`
fact-field-direction = `direction`
fact-field-references = `references`
fact-field-risks = `risks`
fact-field-steps = `steps`
fact-field-archive = `archive`
fact-field-revisions = `revisions`
fact-field-lessons = `lessons`
fact-field-evidence = `evidence`

fact-part-name = name
fact-part-ref = number
fact-part-link = address
fact-part-file = path of a file
fact-part-with = who else
fact-part-role = role
fact-part-basis = on what basis
fact-part-text = the words
fact-part-tag = label
fact-part-note = note
fact-part-by = who
fact-part-summary = what was said
fact-part-asked = questions and answers
fact-part-q = question
fact-part-a = answer
fact-part-risk = risk
fact-part-response = what to do about it
fact-part-happened = whether it happened
fact-part-id = short name
fact-part-what = what to do
fact-part-start = first day
fact-part-end = last day
fact-part-after = after which steps
fact-part-approval = who approves
fact-part-change = what was changed
fact-part-adopted = whether it was taken over
fact-part-confirmed-by = who confirmed it
fact-part-date = day
fact-part-rubric = set of criteria

fact-id-member = lower-case letters without marks, digits and hyphens, at most 64 characters; `cell` means the whole cell and is not used
fact-id-criterion = letters without marks, digits and hyphens, at most 32 characters

# -- files -----------------------------------------------------------------------------------------------------

not-utf8 = the file is not UTF-8 text and cannot be read from here on
    .hint = Open it in an editor, save it as UTF-8, and look at the letters with marks again
    .about = The file is not saved as UTF-8 and cannot be read
control-character = there is a control character `{ $found }` where only visible text is expected
    .hint = { $next }
    .about = The file holds a NUL or another control character
fact-control-delete = Delete the character at this place; it often comes along when text is copied from another program
fact-control-backslash = Within double quotes \ has a meaning of its own: use single quotes instead; write the path of a file with `/`
file-too-large = the file is larger than { $limit }, the most that is read
    .hint = Move long content to a file of its own and name that file as evidence
    .about = The file is larger than 1 MiB and is not read
name-not-utf8 = the name of the file or folder `{ $found }` is not UTF-8
    .hint = Rename it, best with lower-case letters without marks, digits and hyphens
    .about = The name of a file or folder cannot be read because it is not UTF-8
folder-too-deep = the folder is more than { $limit } levels below `records/` and is not read
    .hint = Move the logs to a nearer folder, such as `records/2026/can-bo-a/`
    .about = A folder more than 32 levels below `records/`
file-vanished = the file was there when the folder was listed and gone when it was read
    .hint = If it was just deleted or renamed, running the command again is enough
    .about = The file was deleted or renamed while the program was reading
special-file = an ordinary file is expected here, this is { $reason }
    .hint = Put a real file there instead; { $next }
    .about = A link, FIFO, socket or device stands where a task log is expected
fact-special-record = in `records/` a name that begins with a dot is skipped
fact-special-needed = its name and place stay the same
fact-special-link = a link to another file
fact-special-folder-link = a link to another folder
fact-special-folder = a folder
fact-special-fifo = a FIFO
fact-special-socket = a socket
fact-special-device = a device
fact-special-other = a special file
log-name = the file `{ $found }` is not read, for the name of a log ends in `.md`
    .hint = If it is a log, rename it to `{ $expected }`; if not, move it out of `records/`
    .about = A file is named almost like a log but does not end in `.md`, so it is not read
duplicate-record = the record id `{ $id }` is already taken by `{ $other }`
    .hint = Rename one of the two files; the id is the member's id and the file name, the folder makes no difference
    .about = Two files have the same record id
path-collision = the path `{ $found }` in the site is also the path of `{ $other }`
    .hint = Rename one of the two files so that they differ without marks and in lower case too
    .about = Two file names give the same path in the site

# -- front matter ------------------------------------------------------------------------------------------------

front-matter-missing = the first line of the file must be `---`, this is: { $found }
    .hint = Begin with nothing but three hyphens `---`, no blank line above; between that line and another `---` write at least `title`, `member` and `assigned`
    .about = The task log has no front matter
fact-line-blank = a blank line
fact-line-none = an empty file
front-matter-unclosed = the front matter has no closing line `---`
    .hint = Add a line with nothing but `---` after the last key of the front matter
    .about = The front matter opens with `---` and has no second line `---`
keys-in-body = the line `{ $found }` stands below the `---` that ends the front matter, so it is read as words of the body and not as a key
    .hint = { $next ->
        [fence] Remove the line `---` right above this line, so that only one `---` stands, below the keys
       *[above] If this is a key of the front matter, move this line and the keys below it above the line `---`; if it belongs to the body, make a sentence of it or write a heading above
    }
    .about = The body opens with a key of the front matter, which is not counted there
front-matter-too-large = the front matter is longer than { $limit }
    .hint = Move long texts to the body, under a heading tagged with a criterion such as `## Lessons {"{"}#C6{"}"}`
    .about = The front matter is longer than 64 KiB
yaml-syntax = this is not YAML: { $reason }
    .hint = { $next }{ $line-to-paste ->
        [none] {""}
       *[line] : `{ $line-to-paste }`
    }; other problems of the file can be seen only when this place is correct
    .about = The front matter or a settings file cannot be read as YAML
fact-yaml-tab = the line is indented with a tab, blanks are expected
fact-fix-tab = Replace the tab at the beginning of this line by blanks, in line with its neighbours
fact-yaml-colon = a value with a colon needs double quotes, and a key needs a colon and a blank after it
fact-fix-colon = Put the whole value in double quotes, such as `title: "The plan: part 2"`
fact-yaml-blank = a blank is missing after the colon
fact-fix-blank = Add a blank after the colon, here and on other lines, as in `due: 2026-01-20`
fact-yaml-open = the quotation mark opened here is never closed
fact-fix-open = Add the same quotation mark at the end of the text, or remove it here
fact-yaml-quote = more text follows the closing quotation mark
fact-fix-quote = Put the whole value in one pair of quotation marks; write others within double ones as “ ”
fact-yaml-escape = within double quotes \ has a meaning of its own
fact-fix-escape = Use single quotes instead of double ones; write the path of a file with `/`
fact-yaml-bracket = a bracket is opened and not closed, or a comma is missing
fact-fix-bracket = Close every bracket by one of its kind, and put commas between the parts, as in `[H1, H2]`
fact-yaml-hash = from a # after a blank on, the rest is taken for a comment
fact-fix-hash = Put the text with the # in double quotes, such as `"Report #3"`
fact-yaml-indent = the line is not in line with its neighbours, or its colon is missing
fact-fix-indent = Begin the line with as many blanks as its neighbours; a key needs a colon and a blank after it
fact-yaml-dash = the dash of a list stands right behind the colon
fact-fix-dash = Write the dash on the next line, each item on a line of its own; leave the dash out if there is only one item, as in `lessons: Ask early`
fact-yaml-deeper = the line is indented further than the line above, which has a value already
fact-fix-deeper = If it is a key of its own, begin it in line with the key of the line above; if it goes on with the text above, put the whole text in double quotes
fact-yaml-key-colon = a colon is missing behind the key of this line
fact-fix-key-colon = Write a colon and a blank behind the key, as in `title: Checking the files`; if the line goes on with the text above, indent it by two blanks
fact-yaml-sign = a value that begins with a sign of YAML such as [, >, *, @ or % needs double quotes
fact-fix-sign = Put the whole value in double quotes, such as `"@committee"`
fact-fix-quotes = Put the whole value in double quotes
fact-yaml-bullet = the sign at the beginning of this line is not the dash of a list
fact-fix-bullet = Write each item on a line of its own, with a hyphen and a blank before it
fact-yaml-other = the reader cannot make sense of it
fact-fix-other = Look at this line and the one above: each key on a line of its own, as in `title: The plan, part 2`
yaml-feature = { $reason } are not used here
    .hint = { $line-to-paste ->
        [none] Write the value itself; if the text begins with &, * or !, put it in double quotes
       *[line] If the sign belongs to the text or begins an item, write `{ $line-to-paste }`; if not, remove it
    }
    .about = The front matter uses anchors, aliases, tags or several documents, which task logs do not need
fact-yaml-anchor = anchors of YAML (&)
fact-yaml-alias = aliases of YAML (*)
fact-yaml-tag = tags of YAML (!)
fact-yaml-documents = several YAML documents in one file
fact-yaml-key = keys that are lists or maps
yaml-too-deep = lists and maps are nested more than { $limit } deep
    .hint = Write it in a simpler way; a task log needs no more than four levels
    .about = Lists and maps are nested too deeply

# -- keys and values ---------------------------------------------------------------------------------------------

missing-key = the key { $key-name } is missing or empty
    .hint = { $key ->
        [title] Add a line `title:` that names the task
        [member] Add a line `member:` with an id of the members in hieucan.yaml
        [assigned] Add a line `assigned:` with the date, such as `assigned: 2026-01-05`
        [until] Write the last day on which it holds, such as `until: 2026-03-31`; in a rubric `state: retired` needs this day
       *[other] Add the key { $key-name } and its value
    }
    .about = A required key is missing
unknown-key = there is no key `{ $found }`
    .hint = { $next ->
        [name] Keys that may stand here: { $expected }; correct its name, or remove it
        [blank] Add a blank after the colon: `{ $line-to-paste }`
        [comma] Within braces a comma parts the keys; if this is the rest of a sentence, put all of it in double quotes: `{ $line-to-paste }`
        [claim] It belongs to one criterion, such as `H1: {"{"}level: met, evidence: [The plan was approved]{"}"}` under `criteria:`
        [excuse] It belongs to `excused`, such as `excused: {"{"}reason: Waiting for a document, confirmed_by: can-bo-a{"}"}`
       *[text] If this is a sentence with a colon, put all of it in double quotes: `{ $line-to-paste }`; if it is a key, those that may stand here are { $expected }
    }
    .about = A key that the format does not know
text-after-hash = from the # on, `{ $found }` is taken for a comment and is no part of { $key-name }
    .hint = If it belongs to the text, put all of it in quotation marks: `{ $expected }`; if it is a comment, move it to a line of its own
    .about = Behind a text without quotation marks stand a blank and a #, so the rest of the line is left out
list-sign = { $key-name } is read as one text, for the `{ $found }` at the beginning of the line is not the dash of a list
    .hint = Write each item on a line of its own, with a hyphen and a blank before it, such as `{ $expected }`
    .about = Items begin with the dashes or bullets of a word processor and are read as one item
duplicate-key = the key { $key-name } already stands on line { $line }
    .hint = Make one of the two; its Vietnamese and its English name are the same key
    .about = A key is given twice, in the same or in another spelling
wrong-type = { $key ->
        [front-matter] the front matter
       *[other] the key { $key-name }
    } needs { $expected }, this is { $found }
    .hint = { $next ->
        [quote] A sentence with a colon needs double quotes: `{ $line-to-paste }`
        [claims] Leave out the dash or the brackets; under `criteria:` write one criterion per line: `{ $line-to-paste }`
        [yes-no] Write `yes` or `no`
        [number] Write a whole number without a point, such as `1`
        [date] Write a date, such as `2026-01-05`
        [text] Write the text itself behind the colon, without brackets, dashes or keys
        [list] Write each item on a line of its own, with a hyphen and a blank before it, or in brackets: `[a, b]`
        [item] Leave out the brackets or the dash that is too much; a text stands here, or a map such as `{"{"}key: value{"}"}`
        [map] { $key ->
            [front-matter] Write each key on a line of its own, with a colon and a blank behind it, such as `title: Checking the files`
            [cell] Write it as `cell: {"{"}id: chi-bo-mau, name: Chi bộ mẫu{"}"}`
            [members] Write a line for each member, such as `- {"{"}id: an, name: Nguyễn Văn An{"}"}`
            [asked] Write question and answer as `asked: {"{"}q: Is it urgent, a: By the 20th{"}"}`
           *[other] Write it as a map, such as `{"{"}key: value{"}"}`
        }
       *[words] Leave out the brackets or the dash: `{ $line-to-paste }`
    }
    .about = A value is of another type than expected, such as a list instead of a text
impossible-date = `{ $found }` at { $key-name } is not a date that exists, or not written as dates are
    .hint = Write the date as 2026-01-05 or 05/01/2026, and look how many days the month has
    .about = A date that does not exist or is written in a way that cannot be read
unknown-status = there is no status `{ $found }`
    .hint = One of: { $expected }
    .about = A status outside the four
unknown-kind = there is no kind `{ $found }`
    .hint = One of: { $expected }
    .about = A kind of task or of evidence outside the list
unknown-visibility = there is no visibility `{ $found }`
    .hint = One of: { $expected }; until then this log is for leaders only
    .about = A visibility outside the three, or empty
unknown-member = `{ $found }` is not among the members
    .hint =
        If this is a member of the cell, add this line to `members` in hieucan.yaml:
        { $line-to-paste }
    .about = A member id that hieucan.yaml does not list
member-not-id = `{ $found }` is not the id of a member
    .hint = { $next } { $expected }
    .about = A name, or an id spelled otherwise, stands where the member's id is expected
fact-member-same = This member already stands in hieucan.yaml; at `member` write the id
fact-member-alike = Add somebody else to `members` in hieucan.yaml; for the one in the list write at `member` the id
unknown-criterion = the rubric has no criterion `{ $found }`
    .hint = { $next }, one of: { $expected }
    .about = A criterion that the loaded rubric does not have
fact-criterion-id = Write the id of a criterion
fact-criterion-brackets = Put several criteria in brackets, such as `criteria: [H1, H2]`
fact-criterion-blank = Put a blank after the colon and each criterion on a line of its own, such as `H1: met`
fact-criterion-colon = Put a colon and a blank behind the id; under `criteria:` each criterion stands on a line of its own without a dash, such as `H1: met`
fact-criterion-dash = Leave out the sign before the id; write each criterion on a line of its own, such as `H1: met`, or `criteria: [H1, H2]`
unknown-level = the scale of criterion { $criterion } has no level `{ $found }`
    .hint = One of: { $expected }
    .about = A level that the rubric's scale does not have
ambiguous-level = the level `{ $found }` of criterion { $criterion } is counted as `{ $level }`, but the rubric calls `{ $expected }` so
    .hint = Write `{ $level }` or `{ $expected }`
    .about = A word for one level that the rubric gives as a label to another
level-missing = criterion { $criterion } has details but no `level`
    .hint = Add `level:`, such as `level: met`; if nothing is claimed, remove the criterion from the log
    .about = A criterion is written as a map without a level
blank-level = the level of criterion { $criterion } is empty, so nothing is claimed
    .hint = Write the level that was reached, or remove the line if nothing is claimed
    .about = A criterion is named and its level left empty: nothing is claimed
unknown-rubric = the log is written for the rubric `{ $found }`, the one in use is { $expected }
    .hint = Compare the criteria and write `rubric: { $expected }`, or remove the key
    .about = The log pins a rubric or version that is not the one in use
na-refused = criterion { $criterion } cannot be "not applicable"
    .hint = Choose another level; by the rubric this criterion applies to every task
    .about = "Not applicable" for a criterion where the rubric refuses it
na-without-reason = criterion { $criterion } is "not applicable" without a reason
    .hint = Write `{ $expected }`, with the reason in place of …
    .about = "Not applicable" without a reason
inactive-criterion = criterion { $criterion } was not in force at the time of the task: it is shown and not counted
    .hint = Remove it from the log, or leave it if it is only a note
    .about = A claim on a criterion that is not yet, or no longer, in force

# -- dates -------------------------------------------------------------------------------------------------------

done-before-assigned = done on { $date }, before it was assigned on { $other-date }
    .hint = Correct `done` or `assigned`
    .about = Done before it was assigned
done-after-as-of = done on { $date }, after the as-of date { $other-date }
    .hint = If the date is a slip, correct `done`; if it is right, leave it and take a later as-of date at `as_of` in hieucan.yaml
    .about = Done after the as-of date
done-missing = the status is done and there is no date of completion
    .hint = Add `done:` with the date, or set the status to `doing`
    .about = Status done without a date of completion
done-unexpected = there is a date of completion, { $date }, and the status is `{ $found }`
    .hint = Set the status to `done`, or remove the date of completion
    .about = A date of completion with another status than done
due-before-assigned = due on { $date }, before it was assigned on { $other-date }
    .hint = Correct `due` or `assigned`
    .about = Due before it was assigned
due-missing = there is no due date, so on time or late cannot be told
    .hint = Add `due:`, such as `due: 2026-01-20`
    .about = The log has no due date
assigned-after-as-of = assigned on { $date }, after the as-of date { $other-date }
    .hint = Look at the date again; a task of a coming period may stay as it is
    .about = Assigned after the as-of date
outside-membership = { $date } at { $key-name } lies outside the time of { $member } in the cell
    .hint = Look at the date again, or correct `from` and `until` of the member in hieucan.yaml
    .about = A date of the task lies outside the member's time in the cell
before-rubric = { $date } is before { $other-date }, when the rubric came into force
    .hint = Look at the date again; work done before the rubric existed should not be claimed by it
    .about = A date of the task is before the rubric came into force

# -- steps, people, tags -------------------------------------------------------------------------------------------

step-cycle = steps wait for each other in a circle: { $steps }
    .hint = Take one id out of an `after` so that one step can come first
    .about = Steps wait for each other in a circle, so none can begin
unknown-step = there is no step with the id `{ $found }`
    .hint = { $next }
    .about = A step waits for one that is not there
fact-step-id = Name a step of `steps`, or add the missing one
fact-step-brackets = Put several steps in brackets, such as `after: [a, b]`
duplicate-step = the id `{ $found }` stands for two steps
    .hint = Give one of the two another id
    .about = Two steps have the same id
unknown-person = `{ $found }` { $reason }
    .hint = { $next }
    .about = Someone is named who is not among the members
excuse-unconfirmed = the objective cause does not count yet: { $reason }
    .hint = Write the cause and the id of another member who confirmed it together under `excused`: `{ $line-to-paste }`
    .about = An objective cause that no other member confirmed, so it does not count
fact-excuse-missing = nobody is named who confirmed it
fact-excuse-stranger = the one who confirmed it is not among the members
fact-excuse-shared = the name of the one who confirmed it is that of several members
fact-excuse-no-reason = no cause is given
fact-excuse-own = the one who confirmed it wrote the log
unknown-tag = the weakness `{ $tag }` is said to be overcome, and no earlier log names it
    .hint = Write the `tag` that stands at `weaknesses` of the earlier log
    .about = A weakness is said to be overcome that was never named

# -- reviews -----------------------------------------------------------------------------------------------------

unknown-record = there is no log with the id `{ $found }`
    .hint = Write the id as `member-id/file-name`, without `.md`; `hieucan review` writes it for you
    .about = The reviewed log is not there
review-of-faulty = the log `{ $found }` has errors, so this review does not count yet
    .hint = Correct the log at { $other }, then look at the review again
    .about = The reviewed log has errors
unknown-reviewer = the reviewer `{ $found }` { $reason }
    .hint = { $next }
    .about = The reviewer is not among the members
fact-person-unknown = is neither an id nor a name among the members
fact-person-shared = is the name of several members; it is not clear who is meant
fact-write-person = Write the id or the exact name of hieucan.yaml; people outside the cell may stay as they are
fact-write-reviewer = Write the id or exact name of a leader or the secretary as in hieucan.yaml; for somebody of the superior body add `as: superior`
fact-person-judged = looks like the name of the very member who is reviewed or rated
fact-ask-judged = Is it that member? Then let somebody else review or rate; a namesake of the superior body whose position is written may stay as it is
fact-write-id = Write the id that this person has in hieucan.yaml instead of the name
unknown-rater = nobody reviews as `{ $found }`
    .hint = One of: { $expected }
    .about = A review is for the cell or for the superior body
reviewer-role = { $member } may not review in this capacity: { $reason }
    .hint = Name the person who reviewed, or correct `role` of this member in hieucan.yaml
    .about = The reviewer's role does not allow it
fact-rater-cell = for the cell only a leader or the secretary reviews
fact-rater-superior = an ordinary member does not speak for the superior body
reviewer-not-member = { $member } was not a member of the cell on { $date }, the day of the review
    .hint = Look at the day and the reviewer again, or correct `from` and `until` of the member in hieucan.yaml
    .about = The reviewer was not a member of the cell on the day of the review
review-after-as-of = reviewed on { $date }, after the as-of date { $other-date }
    .hint = If the date is a slip, correct `on`; if it is right, leave it and take a later as-of date
    .about = Reviewed after the as-of date
review-before-assigned = reviewed on { $date }, before the task was assigned on { $other-date }
    .hint = Correct `on` of the review, or `assigned` of the log
    .about = Reviewed before the task was assigned
bad-stamp = the stamp `{ $found }` cannot be used: { $reason }
    .hint = Run `hieucan review` for this log and copy its line `stamp` here; nobody writes a stamp by hand
    .about = The stamp of what was judged is missing, broken or of an unknown version
fact-stamp-missing = there is none
fact-stamp-broken = letters are missing or wrong
fact-stamp-version = a later version of the program wrote it
stale-review = the log `{ $id }` has changed since it was reviewed, so this verdict no longer counts
    .hint = Read the log again, and review it again with `hieucan review` if the verdict stands; the task page tells what has changed
    .about = The log has changed since it was reviewed
self-review = this review of a log of { $member } does not count: { $reason }
    .hint = Ask another leader to review it and to commit the review
    .about = The reviewer is the member who wrote the log
fact-own-by = the reviewer is the member who wrote the log
fact-own-by-alike = the reviewer is the member who wrote the log, only spelled otherwise (case, marks, blanks, look-alike letters); for a namesake write the position behind the name
fact-own-author = the review was committed by the member who wrote the log
fact-own-author-name = the review was committed under the name of the member who wrote the log; if it was somebody else, write the address that git has for that person into `emails` in hieucan.yaml
fact-own-author-logs = the review was committed by the same hand as the log; if somebody commits for others, write the address that git has for each member into `emails` in hieucan.yaml and let the reviewer commit the review
unknown-rating = `{ $found }` is no rating of hieucan.yaml: { $expected }
    .hint =
        Write one of the `ratings` of hieucan.yaml; if the cell has this one too, its line `ratings` is:
        { $line-to-paste }
    .about = A rating that hieucan.yaml does not declare
self-rating = this rating of { $member } is not taken: { $reason }
    .hint = Let another leader, the secretary or the superior body write this rating and commit it
    .about = The rating is by the hand of the member it is about
fact-own-rating = it is signed by the member it is about
fact-own-rating-alike = it is signed by the member it is about, only spelled otherwise (case, marks, blanks, look-alike letters); for a namesake write the position behind the name
fact-own-rating-author = the file was committed by the member it is about
fact-own-rating-author-name = the file was committed under the name of the member it is about; if it was somebody else, write the address that git has for that person into `emails` in hieucan.yaml
rating-before-end = decided on { $date }, while the period lasts until { $other-date }
    .hint = Look at the period and the day again; a period is rated when it has ended or is about to
    .about = A rating of a period whose end is still far
rating-twice = the same is rated for the same period in `{ $other }`
    .hint = Keep one file; one of the superior body says `as: superior`
    .about = Two ratings of the same in one period
bad-votes = `{ $found }` is no result of a vote
    .hint = Write the votes for it and of how many, such as `9/10`
    .about = Votes written in a way that cannot be read
fact-ratings-none = none is declared
blank-verdict = the level of criterion { $criterion } is empty in the review, so there is no verdict
    .hint = Write a level (met, partial, unmet, na), or remove the line if nothing is confirmed
    .about = A criterion is named in a review and its level left empty
review-without-verdict = this review gives no criterion a level
    .hint = Give the criteria that were judged a level each, such as `criteria: {"{"}H1: met{"}"}`
    .about = A review that judges no criterion
verdict-on-na = the log says that criterion { $criterion } does not apply, so this verdict does not count
    .hint = Remove this line, or ask who wrote the log to look at the level of { $criterion } again
    .about = A verdict on a criterion that the log says does not apply
verdict-without-reason = the verdict on criterion { $criterion } is below the claim and gives no reason
    .hint = Add the reason, such as `{ $criterion }: {"{"}level: unmet, reason: The document was not found{"}"}`
    .about = A verdict below the claim without a reason

# -- evidence ------------------------------------------------------------------------------------------------------

missing-file = { $next ->
        [slash] the path `{ $found }` has a `\` where a `/` is expected
       *[look] there is no file `{ $found }`
    }
    .hint = { $next ->
        [slash] Write every `\` as `/`, without quotation marks; the path begins at the root folder
       *[look] Look at its name, letter case too; the path begins at the root folder and uses `/`
    }
    .about = An evidence file is not where the log says
file-outside-root = the file `{ $found }` is outside the root folder or behind a link
    .hint = Copy it into the repository, such as to `records/2026/can-bo-a/tep/`, and write the new path
    .about = An evidence file outside the cell's root folder
file-not-published = the file `{ $found }` is named and not copied to the site: { $reason }
    .hint = Save it as PDF or an office file of at most 20 MiB; leave it if naming it is enough
    .about = An evidence file is named and not copied to the site because of its type or size
fact-file-type = files of this type are not copied
fact-file-size = it is larger than 20 MiB
missing-evidence = criterion { $criterion } is claimed without evidence
    .hint = Fill in one of { $expected }, or write a text under a heading tagged `{"{"}#{ $criterion }{"}"}`
    .about = Met or partly met is claimed without evidence
placeholder-text = { $next ->
        [section] there is no text under this heading, so nothing there is evidence
       *[text] `{ $found }` only holds the place and is no evidence
    }
    .hint = { $next ->
        [section] Write a sentence about what was done under this heading, or remove the heading
       *[text] Write a sentence about what was done, or remove it
    }
    .about = A placeholder instead of a text
short-text = `{ $found }` has fewer than 10 letters and is no evidence
    .hint = Say what was done and what came of it
    .about = A text of fewer than 10 letters
copied-text = the text `{ $found }` stands in { $count } logs of the same member and is no evidence
    .hint = Write what was true of each task
    .about = A text stands word for word in three or more logs of one member
unknown-section = a heading is tagged `{ $found }`, which is no criterion of the rubric
    .hint = Tag it with a criterion, or remove the part in braces
    .about = A heading is tagged with something that is no criterion
unread-section = the tag `{ $found }` is not read, so the text below it is no evidence yet: { $reason }
    .hint = Write a heading of its own at the beginning of a line, with a blank after `##` and the tag at its end, such as `{ $line-to-paste }`; leave the braces out if it is only mentioned
    .about = The tag of a criterion stands where none is read
fact-tag-outside = a tag stands at the end of a heading
fact-tag-nested = the heading stands in a list or a quotation
fact-tag-second = a heading has one tag, and the last one is read
refused-link = the link `{ $found }` is not allowed and is shown as text
    .hint = Use an address with http, https or mailto, or a path to a file of the repository; images must be such files
    .about = A link or image target of a kind that is not allowed
broken-link = the link `{ $found }` leads to no file
    .hint = Look at its name; paths in the body begin at the folder of this log
    .about = A relative link leads to no file
document-number = the document number `{ $found }` is not well formed
    .hint = Write number, type and issuing body, such as `12-KH/BTG` (Party) or `30/2020/NĐ-CP` (State)
    .about = A document number that is not well formed

# -- text ------------------------------------------------------------------------------------------------------------

body-too-deep = quotes or lists are nested more than { $limit } deep; what is deeper is shown as text
    .hint = Nest them less deeply
    .about = Quotes or lists of the body are nested more than 64 deep
not-nfc = `{ $found }` is written in decomposed Unicode, composed Unicode is expected
    .hint = Choose composed Unicode in the input method; the text counts and can be found all the same
    .about = Letters in decomposed form (NFD) instead of composed form (NFC)
mojibake = `{ $found }` looks like text in TCVN3 or VNI encoding
    .hint = Convert it to Unicode, such as with the converter of the input method
    .about = Text of an old Vietnamese encoding (TCVN3, VNI) that was not converted to Unicode
no-break-space = there is a no-break space
    .hint = Write an ordinary blank; it often comes along when text is copied from Word or a web page
    .about = There is a no-break space (NBSP)
zero-width = there is an invisible character `{ $found }`
    .hint = Delete the character at this place; it often comes along when text is copied from a web page
    .about = There is an invisible character of no width
bidi-control = there is a character that turns the direction of writing, `{ $found }`
    .hint = Delete the character at this place; it makes the text look different from what is written
    .about = A character turns the direction of writing, so that the text looks different from what is written
look-alike = `{ $found }` has a letter of another script that looks like `{ $expected }`
    .hint = Type `{ $expected }` again
    .about = A letter of another script looks like a Latin one
secrecy-mark = there is a mark of secrecy `{ $found }`: the text of this log is not published
    .hint = Tell the person in charge and take the secret document out of the repository as the rules say; its history still holds it
    .about = A mark of secrecy; the text of the log is not published
phone-number = `{ $found }` looks like a telephone number
    .hint = Remove it, or name the office or position instead
    .about = A number looks like a person's telephone number
identity-number = `{ $found }` looks like an identity number
    .hint = Remove it from the log; personal papers do not belong in the repository
    .about = A number looks like a person's identity number

# -- settings and rubric -----------------------------------------------------------------------------------------------

bad-id = the id `{ $found }` cannot be used
    .hint = An id has { $expected }; names that Windows keeps for itself, such as con or nul, are not used
    .about = An id with other characters than allowed, too long, or a name that Windows keeps for itself
duplicate-id = the id `{ $id }` already stands on line { $line }
    .hint = Give one of the two another id; letter case makes no difference
    .about = Two members, criteria or groups have the same id
unknown-word = `{ $found }` cannot be used at { $key-name }
    .hint = One of: { $expected }
    .about = A value outside the list of its key
fact-codes-printed = the codes that `hieucan check` prints in brackets before each problem, such as `missing-file` in `error[missing-file]`
bad-period = `{ $found }` is not a period that can be read
    .hint = Write the period as `2026-03`, `Quý I/2026`, `6 tháng đầu năm 2026` or `2026`
    .about = A period written in a way that cannot be read
until-before-from = the last day { $date } is before the first day { $other-date }
    .hint = Correct `until` or `from`; leave `until` out while the last day is not known
    .about = A time in the cell or away from it ends before it begins
bad-path = the path `{ $found }` is absolute or leaves the root folder
    .hint = Write a path that begins at the cell's root folder and uses `/`, such as `criteria/rubric.yaml`
    .about = A path that is absolute or leaves the root folder
error-stays = `{ $found }` is an error and can be neither lowered nor silenced
    .hint = Remove the line from `checks`; only warnings can be changed
    .about = The settings try to lower or silence an error
accepted-expired = this entry ran out on { $date }, and `{ $found }` is still there in `{ $id }`
    .hint = Solve the problem and remove the entry; if more time is needed, write a new day under `until`
    .about = An entry of accepted.yaml whose day has passed while its problem is still there
accepted-unused = accepted.yaml accepts `{ $found }` in `{ $id }`, where there is none
    .hint = Remove the entry if the problem is solved; if not, look at the code and the name of the log
    .about = An entry of accepted.yaml that answers to no problem
