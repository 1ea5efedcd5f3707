// The key `/` leads to the search from every page, and on the search page to its field.
addEventListener('keydown', (event) => {
  const isTyped = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyped) return;
  const field = document.getElementById('_q');
  const link = document.querySelector('a[aria-keyshortcuts="/"]');
  if (!field && !link) return;
  event.preventDefault();
  if (field) field.select();
  else link.click();
});
