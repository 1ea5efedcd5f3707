// What the form is built of: controls, and the items of a field. `changed` is told when an answer has changed, `left`
// when its control was gone through.
(() => {
  'use strict';
  const { day, line } = globalThis.hieucanForm;

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.includes('-') || name === 'for' || name === 'role' || name === 'list') element.setAttribute(name, value);
      else element[name] = value;
    }
    element.append(...children);
    return element;
  }

  const added = (element) => {
    element.dataset.added = '';
    return element;
  };
  // Ids of criteria have hyphens, but none has an underscore.
  const idOf = (at) => `_a-${at.replaceAll('.', '_')}`;
  const button = (text, act, className = '') => {
    const element = make('button', { type: 'button', className, textContent: text });
    element.addEventListener('click', act);
    return element;
  };

  /** The day that was meant by another spelling of one, such as 20-1-2026 or 20.1, as it is written. */
  function dayMeant(text, today) {
    const [first, month, last, more] = line(text).split(/[-./]/);
    if (more !== undefined || month === undefined) return '';
    const spoken = last === undefined ? `${first}/${month}/${today.slice(0, 4)}` : first.length === 4 ? `${last}/${month}/${first}` : `${first}/${month}/${last}`;
    const found = day(line(text)) ? null : day(spoken);
    return found ? `${found[2]}/${found[1]}/${String(found[0]).padStart(4, '0')}` : '';
  }

  function fields(form, { today, changed, left }) {
    const choices = (list) => [['', '[[write-none]]'], ...form.labels[list]];

    /** A control for a text of this shape. */
    function control(shape, at, text, set, options) {
      let element;
      if (options) {
        element = make('select', {}, ...options.map(([value, label]) => make('option', { value, textContent: label })));
      } else if (shape === 'long') {
        element = make('textarea', { rows: 2 });
      } else {
        element = make('input', { type: 'text', autocomplete: 'off' });
        if (shape === 'date') element.className = 'ask__day';
        if (shape === 'person') element.setAttribute('list', '_people');
      }
      element.id = idOf(at);
      element.value = text ?? '';
      element.addEventListener('input', () => {
        set(element.value);
        changed();
      });
      element.addEventListener('change', () => {
        const meant = shape === 'date' && dayMeant(element.value, today());
        if (meant) {
          element.value = meant;
          set(meant);
          changed();
        }
        left(at);
      });
      return element;
    }

    /** The question's words become the label of its control. */
    function labelled(question, element) {
      const words = question.querySelector('.ask__label');
      const label = make('label', { className: 'ask__label', for: element.id });
      label.append(...words.childNodes);
      words.replaceWith(label);
      const hint = question.querySelector('.ask__hint');
      if (hint) {
        hint.id = `${element.id}-h`;
        element.setAttribute('aria-describedby', hint.id);
      }
      question.append(added(element));
    }

    // ---- the items of a field

    function partOptions(field, key, shape) {
      if (shape === 'flag') return choices('flag');
      return field.key === 'evidence' && key === 'kind' ? choices('evidence') : null;
    }

    /** A field with its items under a name. `items` is the list that the answers hold. */
    function fieldOf(field, at, items, [name, hint]) {
      const nameId = `${idOf(at)}-n`;
      const list = make('div');
      const group = make('div', { className: 'field', role: 'group', 'aria-labelledby': nameId },
        make('p', { className: 'field__name', id: nameId, textContent: name }),
        make('p', { className: 'ask__hint', textContent: hint }), list);
      const isPlain = field.parts.length === 1;
      const first = form.asked[field.key];
      const others = field.parts.map(({ key }) => key).filter((key) => !first.includes(key));

      function itemOf(item, number) {
        const part = (key) => {
          const { shape } = field.parts.find((one) => one.key === key);
          const element = control(shape, `${at}.${number}.${key}`, item[key], (text) => (item[key] = text), partOptions(field, key, shape));
          // The field's name stands above; a label of the same words is for those who hear the page.
          const label = make('label', { for: element.id, className: isPlain ? 'hidden' : '', textContent: isPlain ? name : form.parts[key] });
          const isWhole = shape === 'long' || key === field.main;
          return make('div', { className: isWhole ? 'field__whole' : '' }, label, element);
        };
        const whole = make('div', { className: 'field__item' }, ...first.map(part));
        if (others.length) whole.append(folded(item, others.map(part)));
        return whole;
      }

      /** What few logs say of an item. */
      function folded(item, controls) {
        const names = others.map((key) => form.parts[key].replace(/ \(.*/, '')).map((one) => one[0].toLowerCase() + one.slice(1));
        const fold = make('details', { className: 'field__whole' }, make('summary', { textContent: `[[write-further]] ${names.join(', ')}` }),
          make('div', { className: 'field__further' }, ...controls));
        fold.open = others.some((key) => item[key]);
        return fold;
      }

      function draw() {
        if (!items.length) items.push({});
        const ways = make('div', { className: 'field__ways' });
        if (field.many) {
          ways.append(button('[[write-add]]', () => {
            items.push({});
            draw();
            list.querySelector('.field__item:nth-last-child(2)').querySelector('input, textarea, select').focus();
            changed();
          }));
        }
        if (items.length > 1) {
          ways.append(button('[[write-drop]]', () => {
            items.pop();
            draw();
            list.querySelector('.field__ways button').focus();
            changed();
          }));
        }
        ways.querySelectorAll('button').forEach((one) => (one.ariaLabel = `${one.textContent}: ${name}`));
        list.replaceChildren(...items.map(itemOf), ways);
      }
      draw();
      return group;
    }

    return { choices, control, labelled, fieldOf };
  }

  globalThis.hieucanFields = { make, added, idOf, button, fields };
})();
