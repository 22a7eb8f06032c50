// Asking for a camera and a microphone, and saying why one is missing.

const WISHES = {
  audio: { echoCancellation: true, noiseSuppression: true },
  // Small on purpose: faces stay clear, and a modest connection holds.
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24 }, facingMode: 'user' },
};
const PERMISSIONS = { audio: 'microphone', video: 'camera' };
const CAUSES = {
  NotAllowedError: 'refuse', SecurityError: 'refuse',
  NotReadableError: 'occupe', AbortError: 'occupe',
};

/**
 * Asks for these kinds ('audio', 'video') at once, then for each alone when that could still give one.
 * Answers `{ tracks, causes }`; a kind that is missing has its cause: 'refuse', 'absent' or 'occupe'.
 */
export async function acquire(kinds) {
  const first = await ask(kinds);
  if (!first.cause || kinds.length === 1) return gather(kinds, [first]);
  const worth = first.cause === 'refuse' ? await stillOpen(kinds) : kinds;
  const answers = [];
  for (const kind of worth) answers.push(await ask([kind]));
  const denied = kinds.filter((kind) => !worth.includes(kind)).map((kind) => ({ kinds: [kind], cause: 'refuse' }));
  return gather(kinds, [...answers, ...denied]);
}

async function ask(kinds) {
  if (!navigator.mediaDevices) return { kinds, cause: 'absent' };
  try {
    const wishes = Object.fromEntries(kinds.map((kind) => [kind, WISHES[kind]]));
    return { kinds, tracks: (await navigator.mediaDevices.getUserMedia(wishes)).getTracks() };
  } catch (problem) {
    return { kinds, cause: CAUSES[problem.name] ?? 'absent' };
  }
}

// Someone who just said no is not asked twice: alone, a kind is asked for only if granted already,
// or if the other kind was forbidden long ago and so nothing was asked yet.
async function stillOpen(kinds) {
  const states = await Promise.all(kinds.map(permission));
  const forbidden = states.includes('denied');
  return kinds.filter((_, index) => states[index] === 'granted' || (forbidden && states[index] === 'prompt'));
}

async function permission(kind) {
  try {
    return (await navigator.permissions.query({ name: PERMISSIONS[kind] })).state;
  } catch {
    return 'unknown';
  }
}

function gather(kinds, answers) {
  const tracks = answers.flatMap((answer) => answer.tracks ?? []);
  const causes = {};
  for (const kind of kinds) {
    if (tracks.some((track) => track.kind === kind)) continue;
    causes[kind] = answers.find((answer) => answer.kinds.includes(kind))?.cause ?? 'absent';
  }
  return { tracks, causes };
}
