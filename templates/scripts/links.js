// A button copies the link to a part of the page or to a row. It stands at the section or the row that the pointer or
// the keyboard is in, so that a long table is not filled with buttons.
(() => {
  'use strict';
  const PLACES = 'main section[aria-labelledby], main tr[id]';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-link';
  button.dataset.added = '';
  const status = document.createElement('span');
  status.className = 'hidden';
  status.dataset.added = '';
  status.setAttribute('role', 'status');
  let id = '';

  /** The first cell of a row, as far as it is the place of the row's words; a section itself. */
  function holder(place) {
    return place.matches('tr') ? place.querySelector('th') : place;
  }

  function move(event) {
    const place = event.target.closest?.(PLACES);
    if (!place || event.target === button) return;
    const to = holder(place);
    if (!to || to === button.parentNode) return;
    id = place.id || place.getAttribute('aria-labelledby');
    button.ariaLabel = place.matches('tr') ? '[[script-copy-row]]' : '[[script-copy-section]]';
    button.title = button.ariaLabel;
    button.classList.remove('copy-link--done');
    status.textContent = '';
    const heading = place.matches('tr') ? null : place.querySelector('h2, h3');
    if (heading) heading.after(button);
    else to.append(button);
  }

  /** For pages that are not served securely, where there is no clipboard. */
  function copiedBySelection(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'hidden';
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    button.focus();
    return isDone;
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedBySelection(text);
    }
  }

  button.addEventListener('click', async () => {
    const link = `${location.href.split('#')[0]}#${id}`;
    const isDone = await copied(link);
    button.classList.toggle('copy-link--done', isDone);
    status.textContent = isDone ? '[[script-copied]]' : link;
  });
  document.addEventListener('pointerover', move);
  document.addEventListener('focusin', move);
  document.body.append(status);
})();
