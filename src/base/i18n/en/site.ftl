# -- charts ------------------------------------------------------------------------------------------------------
chart-claimed = claimed
chart-evidenced = evidenced
chart-confirmed = confirmed
chart-nothing = nothing applicable
chart-records = records
chart-part-evidenced = evidenced
chart-part-claimed = claimed, no evidence yet
chart-part-unmet = not met
chart-part-unclaimed = not claimed
chart-part-na = not applicable
chart-radar = Two outlines: claimed (dashes, hollow circles) and evidenced (full line, full squares). The middle is 0%, each ring adds 25%. A criterion that no record applies to has no point. The table beside it has the numbers.
    .reviewed = Three outlines: claimed (dashes, hollow circles), evidenced (full line, full squares) and confirmed (dots, diamonds). The middle is 0%, each ring adds 25%. A criterion that no record applies to has no point. The table beside it has the numbers.
chart-line = Two lines by month: claimed (dashes, hollow circles) and evidenced (full line, full squares). They break where nothing is applicable. The table beside it has the numbers.
    .reviewed = Three lines by month: claimed (dashes, hollow circles), evidenced (full line, full squares) and confirmed (dots, diamonds). They break where nothing is applicable. The table beside it has the numbers.
chart-columns = Each column is the number of records of a month, from below: evidenced (full), claimed without evidence (dashed edge), not met (hatched), not claimed (dotted edge), not applicable (specks). The table beside it has the numbers.
chart-bar = The bar divides the records by outcome, from the left: evidenced (full), claimed without evidence (dashed edge), not met (hatched), not claimed (dotted edge), not applicable (specks).
