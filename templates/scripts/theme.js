// Light, dark, or as the system says: kept by this browser, where it lets a page keep anything.
(() => {
  'use strict';
  const KEY = 'hieucan-theme';
  const root = document.documentElement;

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function keep(theme) {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // Refused: the choice holds for this page.
    }
  }

  function show(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  function choice(theme) {
    const select = document.createElement('select');
    select.add(new Option('[[script-theme-auto]]', ''));
    select.add(new Option('[[script-theme-light]]', 'light'));
    select.add(new Option('[[script-theme-dark]]', 'dark'));
    select.value = theme;
    select.addEventListener('change', () => {
      show(select.value);
      keep(select.value);
    });
    const label = document.createElement('label');
    label.className = 'theme-choice';
    label.dataset.added = '';
    label.append('[[script-theme]] ', select);
    return label;
  }

  const theme = ['light', 'dark'].find((name) => name === kept()) ?? '';
  show(theme);
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('.site-footer__inner')?.append(choice(theme));
  });
})();
