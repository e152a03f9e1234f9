// What an element looks like (`describe`), which elements a page offers (`offered`), and how like two of them are
// (`likeness`, after Similo: Nass, Alegroth, Feldt, Leotta, Ricca, TOSEM 2023). Reads the page, changes nothing.
(() => {
  const LONGEST = 120;
  const single = (text) => (text || '').trim().replace(/\s+/g, ' ').slice(0, LONGEST);
  const BUTTONS = ['submit', 'button', 'image', 'reset'];
  const FIELDS = 'input, select, textarea';

  const kindOf = (e) => {
    if (e.tagName === 'SELECT') return 'choice';
    if (e.tagName === 'TEXTAREA') return 'field';
    if (e.tagName === 'INPUT') {
      if (BUTTONS.includes(e.type)) return 'button';
      return ['checkbox', 'radio'].includes(e.type) ? 'tick' : 'field';
    }
    if (e.tagName === 'BUTTON' || e.getAttribute('role') === 'button') return 'button';
    return e.tagName === 'A' ? 'link' : 'text';
  };

  const isShown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';

  // Text beside a field, the way a person reads: a real label, else the head of the column, else the words or the cell
  // to the left.
  const ofLabels = (e) => {
    const texts = [...(e.labels || [])].map((label) => {
      const copy = label.cloneNode(true);
      copy.querySelectorAll(FIELDS).forEach((one) => one.remove());
      return single(copy.textContent);
    });
    const named = (e.getAttribute('aria-labelledby') || '').split(' ').map((id) => id && document.getElementById(id));
    return texts.find(Boolean) || single(e.getAttribute('aria-label'))
      || single(named.filter(Boolean).map((one) => one.textContent).join(' '));
  };
  const holdsField = (e) => e.querySelector('input:not([type=hidden]), select, textarea') !== null;
  const toTheLeft = (e) => {
    const cell = e.closest('td, th');
    for (let one = e.previousSibling; one; one = one.previousSibling) {
      if (one.nodeType === 1 && (one.matches(FIELDS) || holdsField(one))) break;
      if (single(one.textContent)) return single(one.textContent);
    }
    const before = cell && cell.previousElementSibling;
    return before && !holdsField(before) ? single(before.textContent) : '';
  };
  const overhead = (e, cell = e.closest('td'), table = cell && cell.closest('table')) => {
    if (!table || !table.rows.length || [...table.rows[0].cells].some((one) => one.tagName !== 'TH')) return '';
    let at = 0;
    for (let one = cell; one; one = one.previousElementSibling) at += one === cell ? 0 : one.colSpan || 1;
    for (const head of table.rows[0].cells) {
      if (at < (head.colSpan || 1)) return single(head.textContent);
      at -= head.colSpan || 1;
    }
    return '';
  };
  const labelOf = (e, kind) => (kind === 'button' || kind === 'link' ? '' : ofLabels(e) || overhead(e) || toTheLeft(e));

  const textOf = (e, kind) => {
    if (kind === 'button') return single(e.value || e.textContent);
    return kind === 'link' || /^(H\d|TH|LABEL|LEGEND)$/.test(e.tagName) ? single(e.textContent) : '';
  };

  // The place in the document: /html[1]/body[1]/form[1]/table[2]/… Brothers and sisters are counted once for all.
  const pathOf = (e, known) => {
    if (!e || e.nodeType !== 1) return '';
    if (known.has(e)) return known.get(e);
    const [above, places] = [pathOf(e.parentElement, known), {}];
    for (const one of e.parentElement ? e.parentElement.children : [e]) {
      places[one.tagName] = (places[one.tagName] || 0) + 1;
      known.set(one, `${above}/${one.tagName.toLowerCase()}[${places[one.tagName]}]`);
    }
    return known.get(e);
  };

  // Words round about: those of the row it stands in, and the heading of its box.
  const aroundOf = (e, known) => {
    const box = e.closest('tr, p, li, fieldset, form') || e.parentElement;
    if (!box) return '';
    if (!known.has(box)) {
      const legend = box.closest('fieldset');
      const title = legend && legend.querySelector('legend');
      known.set(box, single(`${title ? title.textContent : ''} ${box.textContent}`));
    }
    return known.get(box);
  };

  const describe = (e, paths = new Map(), around = new Map()) => {
    const kind = kindOf(e);
    const box = e.getBoundingClientRect();
    const attribute = (name) => single(e.getAttribute(name));
    return {
      kind, tag: e.tagName.toLowerCase(), type: attribute('type'), name: attribute('name'), id: attribute('id'),
      css_class: attribute('class'), label: labelOf(e, kind), text: textOf(e, kind), title: attribute('title'),
      placeholder: attribute('placeholder'), href: attribute('href'), longest: attribute('maxlength'),
      around: aroundOf(e, around), path: pathOf(e, paths), x: Math.round(box.x + box.width / 2),
      y: Math.round(box.y + box.height / 2), width: Math.round(box.width), height: Math.round(box.height),
    };
  };

  // To be remembered: with the names of the other fields that were there, so that none of them is ever taken for it.
  const remember = (e) => {
    const named = [...document.querySelectorAll(FIELDS)].filter((one) => one !== e && one.name && isShown(one));
    const names = [...new Set(named.map((one) => one.name))].filter((name) => name !== e.name);
    return {...describe(e), beside: names.slice(0, 300)};
  };

  const SELECTORS = {
    field: 'input, textarea', choice: 'select', tick: 'input', link: 'a',
    button: 'button, input, [role=button]',
  };
  const offered = (kind, tag) =>
    [...document.querySelectorAll(SELECTORS[kind] || tag)].filter((e) => kindOf(e) === kind && isShown(e));

  // Likeness of two texts: the mean of shared words and of edit distance, 0 to 1.
  const memo = (how) => {
    const known = new Map();
    return (text) => {
      if (!known.has(text)) known.set(text, how(text));
      return known.get(text);
    };
  };
  const wordsOf = memo((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean));
  const stepsOf = memo((path) => path.split('/'));
  const shared = (a, b) => {
    if (!a.length && !b.length) return 1;
    const left = [...b];
    let hits = 0;
    for (const word of a) {
      const at = left.indexOf(word);
      if (at >= 0) { left.splice(at, 1); hits += 1; }
    }
    return (2 * hits) / (a.length + b.length);
  };
  const distance = (a, b) => {
    const row = Array.from({length: b.length + 1}, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      let diagonal = row[0];
      row[0] = i;
      for (let j = 1; j <= b.length; j += 1) {
        const above = row[j];
        row[j] = Math.min(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
        diagonal = above;
      }
    }
    return row[b.length];
  };
  const alike = (a, b) => {
    if (a === b) return 1;
    if (!a || !b) return 0;
    const [one, two] = [a.slice(0, 40).toLowerCase(), b.slice(0, 40).toLowerCase()];
    const edited = 1 - distance(one, two) / Math.max(one.length, two.length);
    return (shared(wordsOf(a), wordsOf(b)) + edited) / 2;
  };
  const same = (a, b) => (a === b ? 1 : 0);
  const ratio = (a, b) => (Math.max(a, b) ? Math.min(a, b) / Math.max(a, b) : 1);
  const steps = (a, b) => {
    const [one, two] = [stepsOf(a), stepsOf(b)];
    let front = 0;
    while (front < Math.min(one.length, two.length) && one[front] === two[front]) front += 1;
    return front / Math.max(one.length, two.length);
  };

  // What is compared, how, and how much it counts: the weights of Similo's first table, with the label for its
  // "neighbour text" and the words round about for less.
  const COMPARED = [
    ['name', 1.5, alike], ['id', 1.5, alike], ['label', 1.5, alike], ['text', 1.5, alike], ['tag', 0.5, same],
    ['type', 0.5, same], ['css_class', 0.5, alike], ['title', 0.5, alike], ['placeholder', 0.5, alike],
    ['href', 0.5, alike], ['longest', 0.5, same], ['around', 0.5, (a, b) => shared(wordsOf(a), wordsOf(b))],
    ['path', 0.5, steps],
  ];
  const likeness = (wanted, found) => {
    let [sum, most] = [0, 0];
    for (const [what, weight, how] of COMPARED) {
      if (!wanted[what]) continue;
      sum += weight * how(wanted[what], found[what] || '');
      most += weight;
    }
    const away = Math.hypot(wanted.x - found.x, wanted.y - found.y);
    sum += 0.5 * Math.max(0, 1 - away / 400) + 0.5 * ratio(wanted.width * wanted.height, found.width * found.height);
    return sum / (most + 1);
  };

  // Of all elements of the wanted kind: the two most like it, and how like the best one is to the rivals for it.
  const search = ({wanted, rivals, taken}) => {
    const [paths, around] = [new Map(), new Map()];
    const others = new Set(wanted.beside);
    const free = offered(wanted.kind, wanted.tag).filter((e) => !taken.includes(e) && !others.has(e.name));
    const scored = free.map((e) => {
      const found = describe(e, paths, around);
      return {found, score: likeness(wanted, found), only: e};
    });
    scored.sort((one, two) => two.score - one.score);
    const best = scored[0];
    return {
      candidates: scored.length,
      best: best ? {found: best.found, score: best.score} : null,
      second: scored[1] ? scored[1].score : 0,
      rival: best ? Math.max(0, ...rivals.map((one) => likeness(one, best.found))) : 0,
    };
  };

  // Everything a person could type into, press or read as a table, for a first map of the page.
  const hidden = (e) => e.tagName === 'INPUT' && e.type === 'hidden';
  const headsOf = (table) => {
    const row = [...table.rows].find((one) => one.querySelector('th'));
    return row ? [...row.cells].map((cell) => single(cell.textContent)) : [];
  };
  const everything = () => {
    const [paths, around] = [new Map(), new Map()];
    const found = [...document.querySelectorAll(`${FIELDS}, button, [role=button]`)];
    const heading = [...document.querySelectorAll('h1, h2, h3')].find((e) => isShown(e) && single(e.textContent));
    const tables = [...document.querySelectorAll('table')].filter((one) => isShown(one) && !one.querySelector('table'));
    return {
      heading: heading ? single(heading.textContent) : '',
      elements: found.filter((e) => isShown(e) && !hidden(e)).map((e) => describe(e, paths, around)),
      tables: tables.map(headsOf).filter((heads) => heads.filter(Boolean).length > 1),
    };
  };

  return {describe, remember, search, offered, everything, pathOf: (e) => pathOf(e, new Map())};
})()
