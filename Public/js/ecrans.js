// The two pictures: the other's, and one's own.

export class Ecrans {
  #other;
  #self;

  constructor(section) {
    this.#other = section.querySelector('#autre-video');
    this.#self = section.querySelector('#moi-video');
    // Its own sound would come back to its speaker.
    if (this.#self) Object.assign(this.#self, { autoplay: true, muted: true });
  }

  /** `null` clears the picture: nobody stays frozen on the screen after leaving. */
  showOther(stream) {
    const picture = stream?.getVideoTracks().some((track) => !track.muted) ?? false;
    this.#other.dataset.image = picture ? 'oui' : 'non';
    if (this.#other.srcObject === stream) return;
    this.#other.srcObject = stream;
    if (stream) play(this.#other);
  }

  showSelf(pistes) {
    if (!this.#self) return;
    const seen = pistes.on('video');
    this.#self.hidden = !seen;
    const track = seen ? pistes.track('video') : null;
    if (this.#self.srcObject?.getVideoTracks()[0] === track) return;
    this.#self.srcObject = track && new MediaStream([track]);
  }
}

// After a reload some browsers want a gesture before sound: the picture comes at once, the sound with the first one.
async function play(video) {
  try {
    await video.play();
  } catch (problem) {
    if (problem.name !== 'NotAllowedError') return;
    video.muted = true;
    video.play().catch(() => {});
    const unmute = () => {
      video.muted = false;
      for (const gesture of ['pointerdown', 'keydown']) document.removeEventListener(gesture, unmute);
    };
    for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, unmute);
  }
}
