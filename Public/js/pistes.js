// One's own sound and picture: what is sent, what is closed, and nothing that runs after one has left.

import { acquire } from './appareils.js';

/** Says `change` whenever a track comes, goes, or is closed. */
export class Pistes extends EventTarget {
  #tracks = { audio: null, video: null };
  #asked = new Set();
  #closed = false;

  track(kind) {
    return this.#tracks[kind];
  }

  /** Whether the other would hear, or see. */
  on(kind) {
    return this.#tracks[kind]?.enabled ?? false;
  }

  get stream() {
    return new MediaStream(Object.values(this.#tracks).filter(Boolean));
  }

  /** Asks for what is not there yet; answers the causes of what is still missing. */
  async open(kinds) {
    const missing = kinds.filter((kind) => !this.#tracks[kind] && !this.#asked.has(kind));
    if (missing.length === 0 || this.#closed) return {};
    for (const kind of missing) this.#asked.add(kind);
    const { tracks, causes } = await acquire(missing);
    for (const kind of missing) this.#asked.delete(kind);
    for (const track of tracks) this.#keep(track);
    return causes;
  }

  /**
   * Opens or closes one's microphone or camera; answers the causes of what could not be opened.
   * A closed camera is let go, so that its light goes out; a closed microphone stays at hand, silent.
   */
  async turn(kind, on) {
    const track = this.#tracks[kind];
    if (on && !track) return this.open([kind]);
    if (track && kind === 'video' && !on) this.#drop(track);
    if (track && kind === 'audio') track.enabled = on;
    this.#changed();
    return {};
  }

  close() {
    this.#closed = true;
    for (const track of Object.values(this.#tracks)) if (track) this.#drop(track);
  }

  #keep(track) {
    // The answer to a permission may come after one has left.
    if (this.#closed) return track.stop();
    this.#tracks[track.kind] = track;
    track.onended = () => this.#drop(track);
    this.#changed();
  }

  #drop(track) {
    track.onended = null;
    track.stop();
    if (this.#tracks[track.kind] === track) this.#tracks[track.kind] = null;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
