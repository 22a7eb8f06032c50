// What this tab remembers of the room, so that a page reloaded in the middle of a meeting finds its place again,
// with the microphone and the camera as they were left.

const key = `salle:${location.pathname}`;

/** `{ audio, video }`, or null when this page was not reloaded from within the room. */
export function recall() {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation?.type === 'reload' ? stored() : null;
}

export function remember(pistes) {
  attempt(() => sessionStorage.setItem(key, JSON.stringify({ audio: pistes.on('audio'), video: pistes.on('video') })));
}

export function forget() {
  attempt(() => sessionStorage.removeItem(key));
}

function stored() {
  return attempt(() => JSON.parse(sessionStorage.getItem(key)));
}

// A browser may keep storage closed: then one enters again by hand, that is all.
function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
