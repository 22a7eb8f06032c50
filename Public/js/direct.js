// What changed elsewhere, said on the pages one has open: an invitation to read the page again.
// It is never replaced under the eyes, or under the hands, of who is reading or writing.

import { Flux } from './flux.js';

const url = document.body.dataset.direct;

/** An invitation may be for one kind of change (`data-nouveau="rencontre"`) or for any (`data-nouveau`). */
function invite(quoi) {
  for (const invitation of document.querySelectorAll('[data-nouveau]')) {
    const kind = invitation.dataset.nouveau;
    if (!kind || !quoi || kind === quoi) invitation.hidden = false;
  }
}

/** The connexion was closed, here or elsewhere: it is said, and nothing under the eyes is taken away. */
function leave() {
  const sentence = document.querySelector('[data-sortie]');
  if (sentence) sentence.hidden = false;
}

// Browsers open few connections to one server: one tab listens for all, and another takes over when it closes.
function listen() {
  const others = new BroadcastChannel(url);
  others.onmessage = ({ data }) => (data === null ? leave() : invite(data));
  const tell = (quoi) => {
    invite(quoi);
    others.postMessage(quoi);
  };
  let opened = false;
  const sortie = () => {
    leave();
    others.postMessage(null);
    flux.close();
  };
  const flux = new Flux(url, { change: (change) => tell(change.quoi ?? ''), sortie }, () => {
    // Something may have changed while the stream was down.
    if (opened) tell('');
    opened = true;
  });
  const forEver = () => new Promise(() => flux.open());
  if (navigator.locks) navigator.locks.request(url, forEver);
  else flux.open();
}

if (url) listen();
