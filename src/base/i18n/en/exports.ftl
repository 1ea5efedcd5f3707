# Tables, workbooks and calendars that `hieucan export` writes.

export-sheet-summary = Summary
export-sheet-matrix = Matrix
export-sheet-figures = Figures
export-sheet-tasks = Tasks
export-sheet-evidence = Evidence
export-sheet-problems = Problems
export-cut = … [the rest is too long for a cell, see the task log]
export-rows-cut = There is more than a sheet can hold; `--format csv` has all of it.

export-period = Period
export-scope = Of
export-criterion-id = Id
export-criterion = Criterion
export-fact = Figure
export-records = Task logs
export-na = Not applicable
export-applicable = Applicable cases
export-unclaimed = Unclaimed
export-unmet = Not met
export-partial = Partly met
export-met = Met
export-claimed-points = Claimed (points)
export-evidenced-points = Evidenced (points)
export-confirmed-points = Confirmed (points)
export-claimed = Claimed (%)
export-evidenced = Evidenced (%)
export-confirmed = Confirmed (%)
export-disputed = Confirmed lower
export-stale = Verdict out of date

export-record = Task log id
export-title = Task
export-member = Member
export-kind = Kind of task
export-status = Status
export-assigned = Assigned
export-due = Due
export-done = Done
export-counts-in = Counts in
export-timeliness = Timeliness
export-days-late = Days late
export-errors = Errors
export-time-on-time = on time
export-time-late = late
export-time-excused = late, cause confirmed
export-time-overdue = overdue
export-time-drifting = no recent progress
export-time-open = open, not overdue
export-time-none = no due date to keep

export-level = Level claimed
export-outcome = Outcome
export-place = Where it stands
export-evidence = Evidence
export-weight = Whether it counts
export-counts = counts
export-upcoming = not counted, not yet in force
export-retired = not counted, retired
export-no-evidence = no evidence

export-severity = Severity
export-path = File
export-line = Line
export-column = Column
export-message = What is wrong
export-hint = Next step
export-code = Code
export-accepted = Accepted

calendar-file = Calendar of deadlines for Outlook and telephones (.ics)
export-calendar = Deadlines: { $of }
export-due-task = Due: { $title }
export-done-task = Done: { $title }
export-cancelled-task = Cancelled: { $title }
