// Holds the form page's writer and its judgement against the program's: `node form.mjs SCRIPT ANSWERS`. SCRIPT is templates/scripts/form_write.js,
// ANSWERS what examples/form_answers.rs wrote. Prints every difference; exit status 1 if there is one.

import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [script, list] = process.argv.slice(2);
const context = vm.createContext({});
vm.runInContext(readFileSync(script, 'utf8'), context);
const { log, fileName, judge } = context.hieucanForm;
const [vi, en, ...sets] = readFileSync(list, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** What `check` calls a fault that the page tells. */
function codeOf({ at, code }) {
  const codes = {
    needed: 'missing-key', member: 'unknown-member', date: 'impossible-date', due: 'due-missing', done: 'done-missing', status: 'done-unexpected',
    link: 'refused-link', placeholder: 'placeholder-text', short: 'short-text', 'step-twice': 'duplicate-step', 'step-unknown': 'unknown-step',
    'step-circle': 'step-cycle', 'na-reason': 'na-without-reason', evidence: 'missing-evidence', secret: 'secrecy-mark',
  };
  if (code === 'before-assigned') return at === 'facts.done' ? 'done-before-assigned' : 'due-before-assigned';
  if (code === 'later') return at === 'facts.done' ? 'done-after-as-of' : 'assigned-after-as-of';
  return codes[code];
}

const faults = [];
if (sets.length < 200) faults.push(`only ${sets.length} sets of answers`);
const told = new Set();
for (const { answers, logs, name, judged, codes } of sets) {
  const found = judge(judged, vi, vi.as_of).map(codeOf).sort();
  found.forEach((code) => told.add(code));
  if (found.join() !== codes.join()) faults.push(`check says ${codes}\nthe page ${found}\nof ${log(judged, vi)}`);
  [vi, en].forEach((form, number) => {
    const written = log(answers, form);
    if (written !== logs[number]) faults.push(`the program writes\n${logs[number]}\nthe page\n${written}`);
  });
  const named = fileName(answers, vi);
  if (named !== name) faults.push(`the program calls it ${name}, the page ${named}`);
}
for (const [written, day] of [
  ['2026-01-05', '2026-01-05'], ['5/1/2026', '2026-01-05'], ['05/01/2026', '2026-01-05'], ['29/2/2024', '2024-02-29'],
  ['29/2/2026', ''], ['2026-1-5', ''], ['31/04/2026', ''], ['1900-02-29', ''], ['0000-01-01', ''], ['05-01-2026', ''], ['', ''],
]) {
  const read = context.hieucanForm.day(written);
  const found = read ? context.hieucanForm.iso(read) : '';
  if (found !== day) faults.push(`${written} is read as «${found}», expected «${day}»`);
}
if (told.size < 17) faults.push(`only ${told.size} kinds of faults met: ${[...told]}`);
faults.forEach((fault) => console.log(fault));
console.log(`${sets.length} sets of answers in two languages: ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
