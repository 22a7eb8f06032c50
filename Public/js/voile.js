// Hides the page from whoever passes by: Escape covers it at once and uncovers it. Left alone as long as the charter says,
// the page covers itself and the server locks this browser: what was typed stays underneath until its author is back.

import { postForm } from './courrier.js';

const minutes = Number(document.body.dataset.verrou);
const form = document.querySelector('form[action="/verrou"]');
const template = document.getElementById('voile');
const KEY = 'activite';
let voile;
let locked = false;
// Whether the server has said so: asked earlier, it would say that nothing is locked, and the cover would lift.
let confirmed = false;
let title;
let writing;

/** Tabs share the last gesture, so that one in use keeps the others open. */
function touch() {
  localStorage.setItem(KEY, String(Date.now()));
}

function idle() {
  return Date.now() - Number(localStorage.getItem(KEY) ?? Date.now());
}

function cover() {
  if (voile) return;
  voile = template.content.firstElementChild.cloneNode(true);
  title = document.title;
  writing = document.activeElement;
  document.title = 'Vademecum';
  for (const part of document.body.children) part.inert = true;
  document.body.append(voile);
  voile.querySelector('[data-reprendre]').addEventListener('click', uncover);
  voile.querySelector('[data-reprendre]').focus();
}

function uncover() {
  if (!voile || locked) return;
  voile.remove();
  voile = undefined;
  document.title = title;
  for (const part of document.body.children) part.inert = false;
  writing.focus();
  touch();
}

function show(isLocked) {
  locked = isLocked;
  for (const [name, hidden] of [
    ['cache', locked], ['reprendre', locked], ['verrouille', !locked], ['prouver', !locked],
  ]) {
    voile.querySelector(`[data-${name}]`).hidden = hidden;
  }
}

async function lock() {
  cover();
  if (locked) return;
  show(true);
  voile.querySelector('[data-prouver]').focus();
  await tellServer();
}

/** Without the network the cover stays, whatever other tabs do; the server locks as soon as it is reached. */
async function tellServer() {
  try {
    await postForm(form.action, new FormData(form), { headers: { accept: 'application/json' } });
    confirmed = true;
  } catch {
    setTimeout(tellServer, 5000);
  }
}

/** Shown who one is, in another tab: the cover lifts. */
async function check() {
  if (!confirmed) return;
  const response = await fetch('/verrou/etat', { headers: { accept: 'application/json' } }).catch(() => null);
  if (!response?.ok) return;
  const { verrouille } = await response.json();
  if (verrouille) return;
  confirmed = false;
  show(false);
  uncover();
}

// A device that slept counts the time it slept.
function tick() {
  if (idle() > minutes * 60_000) lock();
  check();
}

if (minutes && form && template) {
  touch();
  for (const gesture of ['pointerdown', 'keydown', 'input', 'wheel']) {
    addEventListener(gesture, () => voile || touch(), { passive: true });
  }
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (voile) uncover();
    else cover();
  });
  for (const wake of ['focus', 'pageshow', 'visibilitychange']) addEventListener(wake, tick);
  setInterval(tick, 5000);
}
