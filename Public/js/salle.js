// The video room of a meeting: its page, and what happens when one comes and goes.
//
// The page gives its addresses and its side in the data of `#salle` (flux, signal, arrivee, relais, csrf, poli, fin),
// and every sentence, hidden, as `[data-etat]`. The two browsers speak through `signal`, in messages that the server
// hands on as they are: `{ pret }` (begin again with me), `{ description, appel }`, `{ candidate, appel }`, where
// `appel` names the connection they belong to.

import { Essai } from './essai.js';
import { Pistes } from './pistes.js';
import { Questions } from './questions.js';
import { Sejour } from './sejour.js';
import { forget, recall } from './souvenir.js';

const salle = document.querySelector('#salle');
const visio = salle.querySelector('#visio');
const pistes = new Pistes();
const questions = new Questions(salle.querySelector('#questions'));
// Before the room opens the page has no call: devices are tried, questions are read.
const sejour = visio && new Sejour(salle, pistes, questions);
const essai = new Essai(salle.querySelector('#essai'), pistes, { onenter: () => enter(['audio', 'video']) });

function enter(kinds) {
  // Whoever checked the devices already answered the browser: they are not asked twice.
  if (!essai.tried) pistes.open(kinds);
  essai.close();
  sejour.start();
  visio.tabIndex = -1;
  visio.focus();
}

const before = recall();
if (before && sejour) enter(['audio', 'video'].filter((kind) => before[kind]));

visio?.querySelector('form')?.addEventListener('submit', () => {
  forget();
  sejour.close();
});
addEventListener('pagehide', () => {
  sejour?.close();
  pistes.close();
});
// A page brought back by the browser is only the picture of a room that was left.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  forget();
  location.reload();
});

/** For the tests in a browser: read, never written. */
Object.defineProperty(window, 'salle', {
  value: Object.freeze({
    get etat() {
      return sejour?.etat ?? null;
    },
    framesDecoded: () => sejour?.framesDecoded() ?? 0,
  }),
});
