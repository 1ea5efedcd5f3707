#!/bin/sh
# Checks what is about to be committed (`git add`), not the files being edited.
# Switch on: git config core.hooksPath [[hooks]]    Pass over once: git commit --no-verify
cell='[[cell]]'
missing='hieucan: the program is not installed here, so the logs were not checked'
refused='hieucan: not committed; mend the errors above, `git add` and commit again'
[[body]]
