// Before entering: does the camera see, does the microphone hear? Nobody is kept out for lack of one.

import { show } from './etats.js';
import { measure } from './niveau.js';

export class Essai {
  #section;
  #pistes;
  #stop = () => {};

  /** Whether the browser was asked for the devices. */
  tried = false;

  constructor(section, pistes, { onenter }) {
    this.#section = section;
    this.#pistes = pistes;
    section.querySelector('#essayer')?.addEventListener('click', () => this.#try());
    section.querySelector('#entrer')?.addEventListener('click', onenter);
  }

  /** The room is entered: the devices go on, their check does not. */
  close() {
    this.#stop();
    this.#preview(null);
    this.#section.hidden = true;
  }

  async #try() {
    this.tried = true;
    show(this.#section, 'essai-demande');
    const causes = await this.#pistes.open(['audio', 'video']);
    if (this.#section.hidden) return;
    this.#preview(this.#pistes.stream);
    this.#listen();
    show(this.#section, ...sentences(this.#pistes, causes));
  }

  #preview(stream) {
    const video = this.#section.querySelector('#essai-video');
    if (video) Object.assign(video, { autoplay: true, srcObject: stream });
  }

  #listen() {
    this.#stop();
    const track = this.#pistes.track('audio');
    const meter = this.#section.querySelector('#jauge-micro');
    if (track && meter) this.#stop = measure(track, meter);
  }
}

// Most precise first; a page that has only the four plain sentences still says something true.
function sentences(pistes, causes) {
  const [heard, seen] = [pistes.track('audio'), pistes.track('video')];
  if (heard) return seen ? ['essai-bien'] : ['essai-micro', 'essai-bien'];
  const cause = causes.audio ?? causes.video;
  const plain = cause === 'occupe' ? ['essai-occupe', 'essai-absent'] : [`essai-${cause}`];
  return seen ? ['essai-camera', ...plain] : plain;
}
