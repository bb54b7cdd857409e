// Refreshes in place what has an id and the attribute data-live, as long as somebody looks at the page. Without it every page works the same, and is
// refreshed by hand.
'use strict';

(() => {
  const every = 5000;
  let timer = 0;
  let lost = null;

  const isInUse = element => element.contains(document.activeElement) && document.activeElement !== document.body;

  /** Takes over what has changed; what is in use is left alone, and looked at part by part. */
  function take(fresh) {
    for (const element of document.querySelectorAll('[data-live][id]')) {
      const other = fresh.getElementById(element.id);
      if (!element.isConnected || !other || !other.hasAttribute('data-live') || other.outerHTML === element.outerHTML || isInUse(element)) {
        continue;
      }
      element.replaceWith(document.importNode(other, true));
    }
  }

  function tell(text) {
    if (!text) {
      lost?.remove();
      lost = null;
    } else if (!lost) {
      lost = document.createElement('p');
      lost.className = 'lost';
      lost.setAttribute('role', 'status');
      lost.textContent = text;
      document.querySelector('main')?.before(lost);
    }
  }

  async function refresh() {
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
        tell('Votre session est terminée : rechargez la page pour vous reconnecter.');
        return;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      tell('');
    } catch {
      tell('Connexion perdue : les chiffres affichés ne sont plus à jour. Nouvel essai dans quelques secondes.');
    }
  }

  function plan() {
    clearTimeout(timer);
    if (!document.hidden && document.querySelector('[data-live][id]')) {
      timer = setTimeout(() => refresh().finally(plan), every);
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      refresh().finally(plan);
    } else {
      clearTimeout(timer);
    }
  });
  plan();
})();
