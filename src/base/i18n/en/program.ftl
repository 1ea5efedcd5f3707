# What the program says on the command line: help, usage, progress, summary, and what stops a command.

# -- help --------------------------------------------------------------------------------------------------------

help-about = Reads the members' task logs, checks them, adds them up over the criteria and writes a site of reports
help-usage = Usage
help-usage-hieucan = hieucan <COMMAND> [OPTIONS]
help-usage-build = hieucan build [OPTIONS]
help-usage-serve = hieucan serve [OPTIONS]
help-usage-check = hieucan check [OPTIONS]
help-usage-init = hieucan init DIR [--name NAME] [--member NAME]… [OPTIONS]
help-usage-review = hieucan review RECORD --by PERSON [OPTIONS]
help-usage-export = hieucan export --format FORMAT [--period PERIOD] [--member MEMBER] [OPTIONS]
help-usage-pdf = hieucan pdf [--period PERIOD] [--member MEMBER] [OPTIONS]
help-usage-schema = hieucan schema [FILE] [OPTIONS]
help-usage-lsp = hieucan lsp [OPTIONS]
help-usage-doctor = hieucan doctor [--out DIR] [OPTIONS]
help-usage-completions = hieucan completions SHELL
help-usage-man = hieucan man [OPTIONS]
man-name = Name
man-status = Exit status
help-commands = Commands
help-options = Options of this command
help-shared = Shared options
help-command-build = Build the site of reports from the task logs
help-command-serve = Show the site while logs are written: build, watch, reload; errors stand in the page; no file is written
help-command-check = Check the task logs and write nothing
help-command-init = Begin a new cell, ready to build: settings, a first log, a guide, a check before each commit; overwrites nothing
help-command-review = Begin a review: write a file with its stamp, show the claims and their evidence; nothing is overwritten
help-command-export = Write figures and logs as a table (csv), a workbook (xlsx), a calendar of deadlines (ics), a meeting paper to edit (docx), or json for other programs
help-command-pdf = Write a meeting pack, or a member's sheet or draft self-review, to a PDF file on A4; needs Chromium on this machine
help-command-schema = Print a JSON Schema (2020-12) of front matter with the ids, criteria, levels and tags of this cell; for editors
help-command-lsp = A language server (LSP) for editors: problems while typing, completion, hovering, quick fixes; over stdin and stdout
help-command-doctor = See what is missing on this machine and in the cell, with the next step for each; exits with 1 when something is
help-command-completions = Print the script by which a shell completes: bash, zsh, fish or powershell
help-command-man = Print the manual page
help-after = Exit status: 0 done; 1 errors in task logs (check, build --strict); 2 could not run (usage, settings, rubric, disk)

help-out = Folder of the site (default: `site` in the root folder)
help-as-of = As-of date, such as 2026-06-30 or 30/6/2026 (default: `as_of` of hieucan.yaml, else today)
help-audience = Who the site is for: public, cell or leaders (default: `audience` of hieucan.yaml, else cell)
help-strict = Write no site if task logs have errors
help-durable = Wait until the disk holds the new site before the old one is replaced
help-port = Network port (default 8000; 0: any that is free)
help-host = Network address to listen on (default 127.0.0.1: this machine alone)
help-cache = Where the last run's work is kept so that the next is quicker; the user's cache folder by default
help-no-cache = Neither use nor write a cache
help-format = How findings are printed: text (default), json, sarif, github or gitlab
help-deny-warnings = Count warnings as errors for the exit status
help-record = The log to review: its id (`can-bo-a/2026-01-05-ke-hoach`), its path, or its file name if no other has it
help-by = The reviewer: id or exact name as in hieucan.yaml; somebody of the superior body by name
help-as = For whom: cell (default) or superior
help-on = Day of the review, such as 2026-06-30 or 30/6/2026 (default: the as-of date, or today if none is set)
help-against = Tell, and count in the exit status, only errors and warnings that are new since this git revision (branch, tag or commit)
help-period = Period of the paper, such as 2026-q2, 2026-h1, 2026-06 or 2026 (default: the quarter that the site opens with; of a member the latest year with logs)
help-member = Member, by id or exact name: a year gives the draft self-review, a shorter period the sheet of that period
help-pdf-out = PDF file to write, in place of an old one if there is one (default: `<cell id>-<period>.pdf` in the current folder, never over another file)
help-dir = Folder of the cell; made when it is not there
help-cell-name = Name of the cell. Without a name, or with nobody in the roster, a terminal is asked step by step; elsewhere stand-ins are written, to be changed later
help-cell-id = Id of the cell (default: made from the name)
help-cell-parent = The body above the cell
help-cell-place = The place that papers name
help-secretary = The secretary: a name, with an id and an address if wanted: `an=Nguyễn Văn An <an@vidu.example>`
help-leader = A leader, written as for `--secretary`; may be given several times
help-roster = A member, written as for `--secretary`; may be given several times
help-ci = Add files by which a git server checks merge requests and publishes the site: gitlab, gitea (and Forgejo) or github; may be given several times
help-no-git = Begin no git repository where there is none
help-of = The file: log (default), review, rating, settings (hieucan.yaml), rubric (rubric.yaml) or accepted (accepted.yaml)
help-export-format = What the file is: csv, json, xlsx, ics or docx
help-table = Which table, for csv: summary (of the cell, or of the member named by `--member`), matrix, figures (all of them, the default), tasks, evidence or problems
help-export-period = Period, such as 2026-q2, 2026-h1, 2026-06 or 2026 (default: all time; in a calendar the tasks that are not done; docx as the command `pdf`)
help-export-member = Member, by id or exact name (default: the whole cell)
help-export-out = File to write, in place of an old one if there is one; `-` is stdout (default: csv, json and ics go to stdout; xlsx and docx to `<cell id>-<period>.<format>` in the current folder, never over another file)
help-shell = The shell: bash, zsh, fish or powershell
help-root = Root folder of the cell, which holds hieucan.yaml (default: the current folder)
help-lang = Language of messages and of the site: vi or en
help-quiet = No progress and no summary of a build; what `check` finds and what stops a command is still shown
help-verbose = Print more, with every error and warning of a build
help-help = Print this help
help-version = Print the version

help-value-out = DIR
help-value-as-of = DATE
help-value-audience = WHO
help-value-port = NUMBER
help-value-host = ADDRESS
help-value-cache = DIR
help-value-format = FORMAT
help-value-period = PERIOD
help-value-member = MEMBER
help-value-pdf-out = FILE
help-value-export-format = FORMAT
help-value-table = TABLE
help-value-export-period = PERIOD
help-value-export-member = MEMBER
help-value-export-out = FILE
help-value-record = RECORD
help-value-by = PERSON
help-value-as = RATER
help-value-on = DATE
help-value-against = REV
help-value-dir = DIR
help-value-cell-name = NAME
help-value-cell-id = ID
help-value-cell-parent = NAME
help-value-cell-place = PLACE
help-value-secretary = NAME
help-value-leader = NAME
help-value-roster = NAME
help-value-ci = SERVER
help-value-of = FILE
help-value-shell = SHELL
help-value-root = DIR
help-value-lang = LANG

# -- usage -------------------------------------------------------------------------------------------------------

usage-command-missing = no command was given
    .hint = Commands: { $expected }; see `hieucan --help`
usage-unknown-command = there is no command `{ $found }`
    .hint = Commands: { $expected }; see `hieucan --help`
usage-unknown-option = `{ $found }` cannot be used here
    .hint = See the options with `--help`
usage-extra-word = `{ $found }` is one word too many: this command takes no file or folder
    .hint = It always reads all of the root folder; name another root folder with `--root`
usage-second-word = `{ $found }` is one word too many: this command takes one value here
    .hint = Put a name of several words in quotation marks, such as `hieucan new "Plan of the year"`
usage-bad-value = `{ $found }` cannot be used for `{ $option }`
    .hint = One of: { $expected }
usage-bad-date = `{ $found }` is not a date that exists, or not written as dates are
    .hint = Write the date as 2026-06-30 or 30/6/2026
usage-bad-port = `{ $found }` is not a port
    .hint = Write a number from 0 to 65535; 0 is any port that is free
usage-bad-host = `{ $found }` is not a network address
    .hint = Write the address as numbers, such as 127.0.0.1 or 0.0.0.0
usage-bad-period = `{ $found }` is not a period
    .hint = Write it like 2026-06 (month), 2026-q2 (quarter), 2026-h1 (half-year) or 2026 (year)
usage-argument-missing = { $option } is missing
    .hint = Usage: `{ $usage }`; `--help` tells all of it
usage-value-missing = `{ $option }` needs a value
    .hint = Write the value after the option; see `--help`
usage-value-unneeded = `{ $option }` takes no value
    .hint = Remove what follows the `=`
usage-repeated = `{ $option }` is given twice
    .hint = Give it once
usage-conflict = `{ $option }` cannot be used with `{ $other }`
    .hint = Remove one of the two
usage-not-utf8 = an argument is not UTF-8 text
    .hint = Type it again
usage-other = the command cannot be used like this
    .hint = See `hieucan --help`

# -- progress ----------------------------------------------------------------------------------------------------

stage-read = Reading
stage-check = Checking
stage-write = Writing

# -- summary -----------------------------------------------------------------------------------------------------

summary-built = The site of reports is built
summary-place = Open
summary-as-of = As of
summary-audience = For
summary-audience-public = everybody (public); public logs alone are counted
summary-audience-leaders = leaders; not to be published to anybody else
summary-records = Task logs
summary-faulty = { $number } with errors, not counted
summary-withheld = { $number } more not for this audience
summary-members = Members
summary-periods = Periods
summary-files = Files written
summary-errors = Errors
summary-warnings = Warnings
summary-problems-at = see { $place }
summary-time = Time
summary-seconds = { $seconds } s
summary-accepted = Accepted
summary-history = Git history
summary-unknown-reviewers = Who committed the reviews ({ $reviews }) is not known ({ $why }), so a confirmation of one's own log cannot be ruled out.
summary-git-strangers = they are nobody of the roster; write the address that git has for each member into `emails` in hieucan.yaml
summary-no-git = there is no git command here
summary-git-refused = the repository belongs to another user; if you trust it, run `git config --global --add safe.directory <folder>`
summary-git-failed = git said: { $found }
summary-git-shallow = the clone holds the latest commits only; run `git fetch --unshallow`
summary-cache-failed = The cache in { $folder } could not be written: { $cause }. The site is right and whole; the next build will be no quicker.
summary-cache-misplaced = In { $folder } no cache is kept, since it lies in the site or among the records: name another folder with `--cache`. The site is right and whole; the next build will be no quicker.
summary-cache-foreign = The cache in { $folder } was not written: a file of the same name there is not a file of hieucan; name another folder with `--cache`. The site is right and whole; the next build will be no quicker.
summary-rejected = no site was written, since errors were found in task logs: { $errors }; the old site stays
    .hint = Correct the errors above, or leave out `--strict` to build all the same; faulty logs are then not counted
summary-no-logs = there is no log in `{ $place }`; each log is a file whose name ends in `.md`, such as `records/2026/an/2026-01-05-ke-hoach.md`
summary-checked-known = Known since `{ $revision }`: { $known }.
summary-checked-accepted = Accepted: { $accepted }.
pdf-no-stdout = `pdf` does not write to the screen
    .hint = Name a file after `--out`, such as `--out paper.pdf`; without `--out` a name is made
pdf-written = Written: { $path }
pdf-written-review = Written, the draft of a self-review: { $path }
export-table-unused = `--table` goes with `--format csv` only, this is { $format }
    .hint = Leave `--table` out (xlsx and json hold all tables), or write `--format csv` for one table
summary-checked = Task logs: { $records }. Errors: { $errors }. Warnings: { $warnings }. As of { $as-of }.

# -- a new cell ------------------------------------------------------------------------------------------------------

init-ask-name = Name of the cell
init-ask-parent = The body above it (Enter to leave out)
init-ask-place = The place that papers name (Enter to leave out)
init-ask-people = The roster: one person at a time, with an e-mail address if wanted, such as: Nguyễn Văn An <an@vidu.example>
init-ask-secretary = Secretary (Enter to leave out)
init-ask-leader = Leader (Enter at the end)
init-ask-member = Member (Enter at the end)
init-no-person = `{ $found }` cannot be read as the name of one person
    .hint = Write the name of one person without commas and semicolons, with an id (small letters, digits, hyphens) before and an address behind if wanted: `an=Nguyễn Văn An <an@vidu.example>`
init-bad-id = `{ $found }`: what stands before `=` cannot be an id
    .hint = An id has small letters, digits and hyphens, at most 64 of them, and is not `cell`, con or nul: `an=Nguyễn Văn An`; without one it is made from the name
init-bad-cell-id = `{ $found }` cannot be the id of a cell
    .hint = An id has small letters, digits and hyphens, at most 64 of them, and is not con or nul: `--id chi-bo-van-phong`; without `--id` it is made from the name
init-bad-address = `{ $found }`: the e-mail address is not right
    .hint = Write one address between < and > after the name: `Nguyễn Văn An <an@vidu.example>`; without an address write the name alone
init-bad-name = `{ $found }` cannot be read as the name of a cell
    .hint = Write a name in words, such as `Office cell`
init-id-twice = the id `{ $found }` was given to two people
    .hint = Each person has an id of their own: `id=Name`; without one it is made from the name
init-name-twice = `{ $found }` is in the list already
    .hint = Someone else of that name needs an id in front, such as `an-2=Nguyễn Văn An`; a slip can be left
init-in-records = this folder lies in `records` of the cell in { $found }, so no new cell is begun here
    .hint = Choose a folder outside { $found }; to write a log of that cell run `hieucan new`
init-name-needed = The settings need the name of the cell
init-people-needed = The roster needs one person at least
init-idle = hieucan.yaml is there, so { $options } changed nothing; write it under `cell` in that file
init-unheard = hieucan.yaml is there and was not changed. To add people, put these lines at the end of `members`:
init-unnamed-cell = Cell
init-unnamed-person = Full Name
init-stand-ins = Not given, so { $names } stands in: change it in hieucan.yaml; on a terminal the command asks, or give `--name "Office cell" --member "Nguyễn Văn An"`
init-written = Written in { $folder }:
init-written-here = Written in this folder:
init-nothing = Nothing to add in { $folder }
init-nothing-here = Nothing to add in this folder
init-kept = There already, left as they are:
init-file = {"  "}{ $path }
init-repository = A git repository was begun; nothing is committed yet
init-hooks-on = git checks the logs before each commit
init-hooks-off = To have git check the logs before each commit: git config core.hooksPath { $path }
init-no-git = There is no git here: install it, run `git init` in the folder and this command again
init-no-identity =
    git does not know in whose name to commit, so that no commit can be made yet. Everybody runs once, on their own machine:
    { "  " }git config --global user.name "Full name"
    { "  " }git config --global user.email name@example.org
init-next = Next: cd { $folder }, write a first log with `hieucan new`, then `hieucan check`, `hieucan build`
init-next-here = Next: write a first log with `hieucan new`, then `hieucan check`, `hieucan build`

# -- what is missing ---------------------------------------------------------------------------------------------------

doctor-fine = ok
doctor-missing = missing
doctor-note = note
doctor-done = Nothing is missing.
doctor-not-done = Missing: { $number }.
doctor-cell-fine = cell: { $found }
doctor-root-none = cell: there is no folder { $found }
    .step = Look at the path given to `--root`
doctor-cell-none = cell: no hieucan.yaml in { $found }
    .step = Run `hieucan init DIR` to begin a cell, or point at its folder with `--root`
doctor-cell-faulty = cell: settings, rubric or accepted.yaml cannot be used: { $found }
    .step = Run `hieucan check` to see every problem, and mend them
doctor-templates-fine = templates: they can be used
doctor-templates-faulty = templates: { $found }
    .step = Mend the file in `templates/`, or remove it to use the built-in one
doctor-disk-faulty = disk: { $found } cannot be read
    .step = See who may read the folder of the cell
doctor-out-fine = folder of the site: { $found } can be written
doctor-out-refused = folder of the site: { $found } cannot be written
    .step = Choose another with `--out`, or give the right to write in the folder around it
doctor-out-unfit = folder of the site: cannot be written to { $found }
    .step = Choose a folder of its own for the site with `--out`
doctor-git-fine = git command: { $found }
doctor-git-none = git: not installed
    .step = Install the package `git` and open the terminal anew
doctor-repository-fine = git repository: there is one
doctor-repository-none = git repository: the cell is in none, so its pages have no history
    .step = Run `git init` in the folder of the cell
doctor-repository-refused = git repository: it belongs to another user, so git does not read it
    .step = If you trust it, run `git config --global --add safe.directory { $found }`
doctor-repository-shallow = git repository: the clone has the latest commits only, so nobody knows when a log was begun
    .step = Run `git fetch --unshallow`
doctor-repository-failed = git repository: git says { $found }
    .step = Run `git fsck` in the folder of the cell
doctor-identity-fine = name for commits: set
doctor-identity-none = name for commits: not set, so that no commit can be made yet
    .step = Run `git config --global user.name "Full name"` and `git config --global user.email name@example.org`
doctor-emails-fine = addresses that git has for the members: all are written
doctor-emails-none = addresses that git has for the members: not written for { $found }, so that nobody may know who confirmed a log of their own
    .step = Each of them runs `git config user.email` to see the address; write it beside the member in hieucan.yaml, as `emails: [name@vidu.example]`
doctor-hooks-fine = check before a commit: on
doctor-hooks-off = check before a commit: off
    .step = Run `git config core.hooksPath { $found }`
doctor-browser-fine = Chromium for PDF: { $found }
doctor-browser-none = Chromium for PDF: none, so `pdf` cannot print
    .step = Install the package `chromium` or Google Chrome, or name a program in HIEUCAN_CHROMIUM
doctor-fonts-fine = fonts with Vietnamese letters for paper: { $found }
doctor-fonts-none = fonts with Vietnamese letters for paper: neither Times New Roman, Liberation Serif, Tinos nor DejaVu Serif
    .step = Install the package `fonts-liberation2` or `fonts-dejavu`

# -- what stops a command ------------------------------------------------------------------------------------------

failure-read = cannot read `{ $path }`: { $cause }
    .hint = Look at the path and the right to read it; nothing was written
failure-write = cannot write `{ $path }`: { $cause }
    .hint = Look at the path, the right to write and the room on the disk; what was there stays
failure-no-settings = there is no hieucan.yaml in `{ $path }`
    .hint = Run the command in the root folder of the cell, or name that folder with `--root`
failure-no-root = there is no folder `{ $path }`
    .hint = Look at the path given to `--root`; within the folder of the cell no `--root` is needed
failure-root-is-file = `{ $path }` is a file and no folder
    .hint = `--root` needs the folder of the cell, where hieucan.yaml is, for example `--root { $found }`
failure-settings-misnamed = there is no hieucan.yaml in `{ $path }`, and there is `{ $found }`
    .hint = Rename `{ $found }` to `hieucan.yaml`
failure-settings-above = there is no hieucan.yaml in `{ $path }`; it is in the folder above
    .hint = Run the command in `{ $found }`, or add `--root ..`
failure-unusable = the settings or the rubric cannot be used
    .hint = Correct the errors above and run again; nothing was written
failure-refused-output = the site is not written to `{ $path }`: { $reason }
    .hint = Choose a folder of its own for the site with `--out`
failure-records-gone = the site is not built anew: the folder of the logs `{ $path }` is not there, and the site in `{ $out }` has logs
    .hint = The old site stands as it was. Connect the disk or share with the logs again, or name the folder of the cell with `--root`; if the cell truly has no logs any more, make an empty folder `records` and run again
failure-records-linked = the site is not built anew: `{ $path }` is a link, so no logs are read there, and the site in `{ $out }` has logs
    .hint = The old site stands as it was. Put the folder `records` itself in place of the link, or name the folder of the cell with `--root`
failure-refused-file = `{ $path }` is not written to: { $reason }
    .hint = Write to another file, for example `--out { $offered }`
failure-no-folder = cannot write `{ $path }`: there is no folder `{ $folder }`
    .hint = Make that folder and run again, or write elsewhere with `--out`
failure-revision = cannot compare with the revision `{ $revision }`: { $reason }
    .hint = Name a branch, a tag or the hash of a commit of the repository; in a clone of the latest commits only, run `git fetch --unshallow`
revision-no-git = there is no git command here
revision-no-repository = the root is in no git repository
failure-revision-no-git = cannot compare with revision `{ $revision }`: { $reason }
    .hint = Install git, or run `hieucan check` without `--against`
failure-revision-no-repository = cannot compare with revision `{ $revision }`: { $reason }
    .hint = Run it in the cell's git repository, or run `hieucan check` without `--against`
failure-revision-refused = cannot compare with revision `{ $revision }`: { $reason }
    .hint = If you trust that repository, run `git config --global --add safe.directory <folder>`
failure-revision-failed = cannot compare with revision `{ $revision }`: { $reason }
    .hint = See with `git fsck` whether the repository is sound; if the clone holds the latest commits only, run `git fetch --unshallow`
revision-unknown = git does not know it
revision-of-another-user = the repository belongs to another user
revision-failed = git said: { $found }
revision-no-cell = At revision `{ $revision }` there was no hieucan.yaml, so every problem is taken as new.
revision-unusable = The settings, the rubric or accepted.yaml of revision `{ $revision }` cannot be used (`{ $place }`), so every problem is taken as new.
failure-duplicate = two files of the site have the path `{ $path }`
    .hint = This is a fault of the program; tell its developers, with this sentence
failure-locked = another command is writing the site to `{ $path }`
    .hint = Wait until it is done and run again
failure-changed = `{ $path }` changed while it was being read
    .hint = Run again when nobody edits the file; the old site stays
failure-template = a template cannot be used: { $found }
    .hint = Correct the file in `templates/`, or remove it to use the built-in one
failure-no-browser = there is no Chromium on this machine, so no PDF file can be written
    .hint = Install the package `chromium` (or Google Chrome), or name the program in the environment variable HIEUCAN_CHROMIUM; you can also open the page in the folder `print` of the site and print it to PDF from a browser
failure-browser-named = HIEUCAN_CHROMIUM names `{ $found }`, but there is no program there that can be run
    .hint = Correct the path, or unset HIEUCAN_CHROMIUM to use the Chromium that is installed
failure-not-printed = `{ $path }` did not print the paper: { $found }
    .hint = Try to run that program, or name another Chromium in HIEUCAN_CHROMIUM; no file was written
failure-printed-nothing = `{ $path }` ended with status { $status } without a PDF file and without a word
    .hint = Try that program by itself, or name another Chromium with HIEUCAN_CHROMIUM; no file was written
failure-print-too-long = printing was stopped after { $seconds } seconds
    .hint = Try again when the machine is less busy, or print members one by one with `--member`; no file was written
failure-port-taken = another program uses port { $port } (address { $host })
    .hint = Choose another port, for example `hieucan serve --port { $another }`, or `--port 0` for any free one; if the site is open in another window already, see it at http://{ $address }/
failure-port-refused = the system does not let port { $port } be used
    .hint = Ports below 1024 are for the administrator of the machine: choose another, for example `hieucan serve --port { $another }`, or `--port 0` for any free one
failure-host-elsewhere = `{ $host }` is no address of this machine
    .hint = Leave `--host` out so that only this machine sees the site, or write `--host 0.0.0.0` so that others in the network see it too
failure-listen = { $address } cannot be opened: { $cause }
    .hint = Choose another port with `--port`, or `--port 0` for any that is free
failure-exists = `{ $path }` is there already and is not written over
    .hint = Rename or remove that file; to replace it, name it with `--out`
no-paper-public = the public site has no papers of single members
    .hint = Leave `--member` out, or choose `--audience cell`
no-paper-member = there is no `{ $found }` in the roster
    .hint = Write an id or an exact name of hieucan.yaml
no-paper-shared = `{ $found }` is the name of several members; it is not clear who is meant
    .hint = Write the id that this person has in hieucan.yaml instead of the name
no-paper-of-member = no log of the member counts in { $found }
    .hint = Choose another period with `--period`; the nearest with logs of this person: { $near }
no-paper-member-logs = no log of the member counts yet
    .hint = Write logs of this person first, or leave `--member` out for the whole cell; `hieucan check` tells which have errors
no-paper-logs = no log of the cell counts yet, so there is nothing to write
    .hint = Write logs into the folder `records` first; `hieucan check` tells which have errors
no-paper-period = no log counts in { $found }
    .hint = Choose another period with `--period`; the nearest with logs: { $near }
failure-not-at-top = `{ $path }` lies within a larger repository, where git servers do not read the files of `--ci`
    .hint = Leave `--ci` out, and call `hieucan check --root <folder>` from the CI of that repository
failure-interrupted = the command was interrupted
    .hint = The old site stays; run again when you like
file-stands = The file { $path } is written in full; there is no need to run this again.
failure-output = the results cannot be printed: { $cause }
    .hint = Look at where they go, such as the room on the disk

output-is-root = it is the root folder of the disk or of the cell
output-is-home = it is the user's home folder
output-holds-records = it holds the cell's root folder or its records ({ $found })
output-in-sources = it lies inside the cell's sources ({ $found })
output-is-file = there is a file and no folder { $found }
output-is-link = it is a link to { $found }
output-is-mount-point = another disk is mounted there
output-in-output = it lies inside another site ({ $found })
output-has-foreign-files = it has files that this program did not write: { $found }
output-in-the-way = files that this program did not write stand where the site goes: { $found }
output-other = it cannot be written to safely { $found }

file-in-sources = that belongs to what people write in the cell ({ $found })
file-hidden = a name that begins with a dot belongs to git and other programs ({ $found })
file-is-folder = that is a folder, and the name of a file is needed
file-of-people = a file is there already, and .md and .yaml files are people’s own and never replaced

cause-not-found = it is not there
cause-denied = it is not allowed
cause-full = the disk is full
cause-read-only = the disk is read-only
cause-exists = a file or folder of that name is there already
cause-a-folder = that is a folder and no file
cause-not-a-folder = it is not a folder
cause-closed = the other end is closed
cause-other = the system says: { $found }

# -- templates ---------------------------------------------------------------------------------------------------
template-unknown = there is no built-in template of this name
    .hint = only a file with the name of a built-in template replaces something
template-closest = did you mean `templates/{ $name }`?
template-text-unknown = there is no text `{ $key }` in the catalogue
failure-unknown-record = there is no log `{ $found }`
    .hint = Write its id as `member-id/file-name`, without `.md`, or the path of the file
failure-review = no review was written: the person, the capacity or the day is not right
    .hint = Correct `--by`, `--as` or `--on` and run it again; no file was written. Those who may review it for the cell: { $others }. People of the superior body: `--by "Full name" --as superior`
failure-review-alone = no review was written: the person, the capacity or the day is not right
    .hint = Correct `--by`, `--as` or `--on` and run it again; no file was written. The roster has no leader and no secretary yet who may review this log: write their `role` into hieucan.yaml, or ask the superior body to review it, `--by "Full name" --as superior`
failure-review-own = no review was written: nobody confirms a log of their own
    .hint = Those who may review it for the cell: { $others }
failure-review-own-alone = no review was written: nobody confirms a log of their own
    .hint = The cell has no other leader and no other secretary: ask the superior body to review it, `--by "Full name" --as superior`
failure-review-own-name = no review was written: the reviewer's name looks like that of the member who wrote the log
    .hint = A namesake of the superior body writes the position behind the name: `--by "Name, position" --as superior`; the member who wrote it lets somebody else review it, for nobody confirms a log of their own
failure-reviewed = this person has reviewed the log as it is now in { $path }; no other file was written
    .hint = Open that file to go on with it or to correct it; once the log changes, this command begins a new review

# -- reviews ---------------------------------------------------------------------------------------------------

review-faulty = no review was written: the log has errors
    .hint = Ask its writer to correct what is told above, then run it again
review-file-how =
    Write a level after each colon: met, partial, unmet, na. Remove the lines of criteria that you do not judge.
    Below the claim give a reason, such as H1: {"{"}level: unmet, reason: The document was not found{"}"}
    Your words go below the last three dashes. Leave the stamp as it is.
review-file-claimed = claimed
review-written = Written: { $path }
review-earlier = This person’s earlier review of the log is out of date, for the log has changed: { $path }. That file stays as it is.
review-of-log = Log: { $title } ({ $id }), { $member }
review-covers = This review covers every field, the body and the evidence files of the log, and these claims:
review-covers-none = This review covers every field, the body and the evidence files of the log. The log claims no criterion.
review-claim = { "  " }{ $criterion } { $label }: { $level }
review-reason = { "     " }Reason: { $text }
review-evidence = { "     " }– { $text }
review-no-evidence = { "     " }(no evidence that counts)
review-next =
    What to do next:
    { "  " }1. Open { $path }, write a level for each criterion, and your words.
    { "  " }2. Run `hieucan check`, then commit.
    { "  " }3. If the log changes later the verdict is out of date; run this command again to review it again.

serve-ready = The site is at { $address } (Ctrl+C to stop)
serve-open = Other machines of the network can open this site too: use it only where everybody may see it.
serve-shown = The site was updated; task logs: { $records }
serve-shown-errors = The site was updated; task logs: { $records }; errors: { $errors } (see `hieucan check`)
serve-fault = Something is to be corrected
    .hint = Correct the file named here; the page reloads when it is saved.
serve-below-new = The page below is up to date, but files with errors do not count in it.
serve-below-last-good = The site could not be built again; below stands the last one that could.
serve-fault-inside = The details stand on the terminal of the person who runs the site.
serve-missing = There is no such page
serve-no-site = The site could not be built yet
