// Waits until the site is another one, and loads the page again.
(() => {
  let shown;
  new EventSource("/_hieucan/events").addEventListener("site", (event) => {
    if (shown !== undefined && shown !== event.data) location.reload();
    shown = event.data;
  });
})();
