// Being told on this device. The browser's own question is asked only when one presses the button; its answer goes into
// a form that is then sent as any other.
//
// `[data-notifications]` bears the server's key, and `data-adresse` the SHA-256 of the address it knows for this device.
// Of `[data-quand]`, those that name the state are shown.

const place = document.querySelector('[data-notifications]');
const worker = '/public/js/veilleur.js';
const known = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const key = decode(place.dataset.notifications);

function show(state) {
  for (const part of place.querySelectorAll('[data-quand]')) {
    part.hidden = !part.dataset.quand.split(' ').includes(state);
  }
}

/** What this browser holds now; undefined or null when it holds nothing. */
async function subscription() {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return registration?.pushManager.getSubscription();
}

function hasOurKey(subscription) {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? []);
  return bytes.length === key.length && bytes.every((byte, rank) => byte === key[rank]);
}

async function isKnownHere(subscription) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  const text = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return text === place.dataset.adresse;
}

async function state() {
  // An iPhone or an iPad has this word, and knows push only from its home screen.
  if (!known) return navigator.standalone === false ? 'ecran' : 'sans';
  if (Notification.permission === 'denied') return 'refuse';
  if (!place.dataset.adresse) return 'pret';
  const held = await subscription();
  return held && hasOurKey(held) && (await isKnownHere(held)) ? 'ici' : 'perdu';
}

async function subscribe() {
  const registration = await navigator.serviceWorker.register(worker);
  const starting = registration.installing ?? registration.waiting;
  if (!registration.active) {
    await new Promise((resolve) => {
      starting.addEventListener('statechange', () => starting.state === 'activated' && resolve());
    });
  }
  const held = await registration.pushManager.getSubscription();
  if (held && !hasOurKey(held)) await held.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

const form = place.querySelector('form');
const failure = place.querySelector('[data-echec]');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  failure.hidden = true;
  try {
    const permission = await Notification.requestPermission();
    if (permission === 'granted') {
      const { endpoint, keys } = (await subscribe()).toJSON();
      Object.entries({ adresse: endpoint, ...keys }).forEach(([name, value]) => {
        if (form.elements[name]) form.elements[name].value = value;
      });
      form.submit();
      return;
    }
    // Closed without an answer: the button is still there.
    show(permission === 'denied' ? 'refuse' : await state());
  } catch {
    failure.hidden = false;
  }
  button.disabled = false;
});

// Stopped here, it is stopped in the browser too; what it answers changes nothing for us.
document.querySelector('[data-ici] form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { target } = event;
  try {
    if (known) await (await subscription())?.unsubscribe();
  } catch {
    // The server forgets this device either way.
  }
  target.submit();
});

show(await state());
