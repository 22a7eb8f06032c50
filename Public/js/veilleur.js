// Shows what arrives while no page is open. It keeps nothing, and answers for no page: the site is read from its server.

const repli = { texte: 'Quelque chose vous attend.', chemin: '/accueil', langue: 'fr' };

function read(data) {
  try {
    return { ...repli, ...data?.json() };
  } catch {
    return repli;
  }
}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('push', (event) => {
  const { texte, chemin, langue } = read(event.data);
  event.waitUntil(
    self.registration.showNotification('Vademecum', {
      // The last one takes the place of the one before.
      body: texte, lang: langue, tag: 'attente', icon: '/public/img/icone-192.png', data: { chemin },
    }),
  );
});

// A page already there comes forward; none is taken elsewhere, since one may be writing in it.
async function open(chemin) {
  const url = new URL(chemin, self.location.origin);
  if (url.origin !== self.location.origin) return undefined;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const same = pages.find((page) => new URL(page.url).pathname === url.pathname);
  return same ? same.focus() : self.clients.openWindow(url.href);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.chemin));
});
