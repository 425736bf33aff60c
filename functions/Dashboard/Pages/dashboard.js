// Keeps the dashboard current: the same page is fetched again, unless it says the same (304), and the parts that differ are put in place.
// Focus, scroll and opened details stay where they are; what is new is told politely. Without script the page is whole.
(() => {
  'use strict';
  const every = 5000;
  const news = document.getElementById('news');
  let tag = null;

  const keysOf = section => new Set([...section.querySelectorAll('[data-key]')].map(item => item.dataset.key));

  function replace(section, fresh) {
    const before = keysOf(section);
    const open = [...section.querySelectorAll('details[open]')].map(d => d.id);
    const focused = section.contains(document.activeElement) ? document.activeElement.id : null;
    section.replaceChildren(...fresh.childNodes);
    open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (!section.dataset.news) return 0;
    const added = [...section.querySelectorAll('[data-key]')].filter(item => !before.has(item.dataset.key));
    added.forEach(item => item.classList.add('fresh'));
    return added.length;
  }

  function tell(found) {
    const parts = found.filter(([count]) => count > 0).map(([count, what]) => `${count} new ${what}${count === 1 ? '' : 's'}`);
    if (parts.length > 0) news.textContent = parts.join(', ');
  }

  async function refresh() {
    if (document.hidden) return;
    const known = tag ? { 'if-none-match': tag } : {};
    const answer = await fetch(location.href, { headers: { accept: 'text/html', ...known }, cache: 'no-store', redirect: 'manual' });
    if (answer.type === 'opaqueredirect') { location.reload(); return; }
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = [];
    let whole = true;
    for (const section of document.querySelectorAll('[data-live]')) {
      const next = fresh.getElementById(section.id);
      // A part somebody is in without a name to find the place again is left alone until they leave it.
      const busy = section.contains(document.activeElement) && !document.activeElement.id;
      if (busy) whole = false;
      if (!next || busy || section.dataset.html === next.innerHTML) continue;
      section.dataset.html = next.innerHTML;
      found.push([replace(section, next), section.dataset.news]);
    }
    // What was left alone is put in place by the next answer, so that one must be whole too.
    tag = whole ? answer.headers.get('etag') : null;
    tell(found);
  }

  // The first comparison must be with what the server sent, before anybody opened or focused anything.
  document.querySelectorAll('[data-live]').forEach(section => { section.dataset.html = section.innerHTML; });
  const loop = () => refresh().catch(() => {}).finally(() => setTimeout(loop, every));
  setTimeout(loop, every);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh().catch(() => {}); });
})();
