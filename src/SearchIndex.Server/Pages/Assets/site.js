// What a little script adds to the pages: suggestions, searches of before, keys, a range drawn on the chart. Everything works without it.
'use strict';

const labels = document.currentScript.dataset;
const box = document.querySelector('#search input[name=q]');

// Recent searches stay in this browser.
const recent = {
  // Each archive has its own.
  key: 'searchindex.recent' + labels.base,
  most: 8,

  list() {
    try {
      const stored = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(stored) ? stored.filter(text => typeof text === 'string') : [];
    } catch {
      return []; // Storage may be forbidden, or hold what somebody else wrote.
    }
  },

  add(query) {
    const text = query.trim();
    if (text) {
      this.keep([text, ...this.list().filter(other => other !== text)].slice(0, this.most));
    }
  },

  keep(list) {
    try {
      localStorage.setItem(this.key, JSON.stringify(list));
    } catch {
      // Without storage there are no recent searches; nothing else depends on it.
    }
  },
};

// The list under the search box: a combobox after the ARIA practices.
class Suggestions {
  constructor(input) {
    this.input = input;
    this.asked = 0;
    this.active = -1;
    this.items = [];
    this.list = document.createElement('ul');
    this.list.id = 'suggestions';
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', labels.suggestions);
    this.list.hidden = true;
    input.form.append(this.list);
    // A search field may not be a combobox; in all else this is the same field.
    input.type = 'text';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    input.addEventListener('input', () => this.later());
    input.addEventListener('click', () => this.offer());
    input.addEventListener('keydown', event => this.onKey(event));
    input.addEventListener('blur', () => this.close());
    input.form.addEventListener('submit', () => recent.add(input.value));
    // Not by click: that would come after the box has lost the focus, and closed the list.
    this.list.addEventListener('mousedown', event => this.onMouse(event));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(), 120);
  }

  async offer() {
    const typed = this.input.value.trim();
    const number = ++this.asked;
    if (!typed) {
      const past = recent.list();
      this.show(past.map(text => ({ query: text, text, note: '' })), past.length > 0);
      return;
    }

    try {
      const response = await fetch(labels.base + '/api/suggest?size=8&q=' + encodeURIComponent(typed));
      const answer = response.ok ? await response.json() : { suggestions: [] };
      if (number === this.asked && document.activeElement === this.input) {
        this.show(answer.suggestions.map(found => ({ query: found.query, text: found.text, note: String(found.articles) })), false);
      }
    } catch {
      this.close(); // The service is away; typing goes on.
    }
  }

  show(items, arePast) {
    this.items = items;
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.list.replaceChildren(...items.map((item, index) => this.option(item, index)));
    if (arePast) {
      this.list.append(this.option({ text: labels.forget, note: '', forgets: true }, items.length));
      this.items = [...items, { forgets: true }];
    }

    this.list.hidden = items.length === 0;
    this.input.setAttribute('aria-expanded', String(items.length > 0));
  }

  option(item, index) {
    const option = document.createElement('li');
    option.id = 'suggestion-' + index;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.className = item.forgets ? 'forget' : '';
    const text = document.createElement('span');
    text.textContent = item.text;
    const note = document.createElement('span');
    note.className = 'count';
    note.textContent = item.note;
    option.append(text, ' ', note);
    return option;
  }

  onKey(event) {
    if (event.isComposing) {
      return; // The keys belong to the input method.
    }

    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) {
        this.move(event.key === 'ArrowDown' ? 1 : -1);
      } else {
        this.offer();
      }
    } else if (event.key === 'Enter' && isOpen && this.active >= 0) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  // One place beyond the ends is the box itself, where nothing is chosen.
  move(step) {
    const places = this.items.length + 1;
    this.active = (this.active + 1 + step + places) % places - 1;
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === this.active)));
    if (this.active < 0) {
      this.input.removeAttribute('aria-activedescendant');
    } else {
      this.input.setAttribute('aria-activedescendant', 'suggestion-' + this.active);
      this.list.children[this.active].scrollIntoView({ block: 'nearest' });
    }
  }

  onMouse(event) {
    event.preventDefault();
    const index = [...this.list.children].indexOf(event.target.closest('[role=option]'));
    if (index >= 0) {
      this.take(index);
    }
  }

  take(index) {
    const item = this.items[index];
    this.close();
    if (item.forgets) {
      recent.keep([]);
      return;
    }

    this.input.value = item.query;
    this.input.form.requestSubmit();
  }

  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.active = -1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

// j and k go through the hits, and Enter opens the one with the focus, as links do; / goes to the box, Escape leaves.
const keys = {
  '/'() {
    box?.focus();
    box?.select();
    return Boolean(box);
  },
  j: () => keys.step(1),
  k: () => keys.step(-1),
  Escape() {
    document.activeElement?.blur();
    return false;
  },

  step(by) {
    const hits = [...document.querySelectorAll('.hit h2 a')];
    const at = hits.indexOf(document.activeElement);
    const next = hits[at < 0 ? (by > 0 ? 0 : hits.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
    return Boolean(next);
  },
};

document.addEventListener('keydown', event => {
  const isTyping = event.target.closest?.('input, select, textarea') && event.key !== 'Escape';
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (isTyping || isCommand || event.isComposing || !['/', 'j', 'k', 'Escape'].includes(event.key)) {
    return;
  }

  if (keys[event.key]()) {
    event.preventDefault();
  }
});

// A range is drawn from one bar to another; a click on one bar follows its link, as without a script.
function drawRanges(chart) {
  const bars = [...chart.querySelectorAll('a[data-period]')];
  let first = -1;
  let last = -1;

  const indexAt = event => {
    const x = event.clientX;
    return bars.findIndex(bar => {
      const place = bar.querySelector('.reach').getBoundingClientRect();
      return x >= place.left && x < place.right;
    });
  };
  const show = () => bars.forEach((bar, index) =>
    bar.classList.toggle('chosen', first >= 0 && index >= Math.min(first, last) && index <= Math.max(first, last)));

  // A link that is pulled would be carried away.
  chart.addEventListener('mousedown', event => event.preventDefault());
  chart.addEventListener('pointerdown', event => {
    first = last = indexAt(event);
  });
  chart.addEventListener('pointermove', event => {
    const index = indexAt(event);
    if (first >= 0 && index >= 0) {
      last = index;
      show();
    }
  });
  window.addEventListener('pointercancel', () => {
    first = last = -1;
    show();
  });
  window.addEventListener('pointerup', () => {
    const [from, to] = [Math.min(first, last), Math.max(first, last)];
    first = last = -1;
    show();
    if (from >= 0 && from < to) {
      const address = new URL(bars[from].getAttribute('href'), location.href);
      address.searchParams.set('to', bars[to].dataset.period);
      location.assign(address);
    }
  });
}

// Tasks that are at work are looked at again until all have ended; focus in the list is left alone.
async function watchTasks(list) {
  while (list.dataset.refreshes === 'yes') {
    await new Promise(later => setTimeout(later, 1500));
    if (list.contains(document.activeElement)) {
      continue;
    }

    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
      const fresh = page.querySelector('#tasks');
      if (!fresh) {
        return; // The session has ended.
      }

      list.replaceChildren(...fresh.children);
      list.dataset.refreshes = fresh.dataset.refreshes;
    } catch {
      // The service is away for a moment.
    }
  }
}

document.querySelectorAll('#tasks').forEach(watchTasks);

if (box) {
  new Suggestions(box);
  recent.add(new URLSearchParams(location.search).get('q') ?? '');
}

document.querySelectorAll('.chart svg').forEach(drawRanges);
