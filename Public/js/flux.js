// A live stream that comes back.
// A browser reopens a stream that broke, but gives up for good on an answer such as 502 while the server restarts.

const WAITS = [1000, 2000, 4000, 8000, 15000];

export class Flux {
  #url;
  #events;
  #onopen;
  #source = null;
  #timer;
  #failures = 0;

  /** `events`: what to do by event name, with its data read from JSON (empty when there is none). */
  constructor(url, events, onopen = () => {}) {
    this.#url = url;
    this.#events = events;
    this.#onopen = onopen;
  }

  open() {
    this.close();
    const source = new EventSource(this.#url);
    this.#source = source;
    for (const [name, act] of Object.entries(this.#events)) {
      source.addEventListener(name, ({ data }) => source === this.#source && act(parse(data)));
    }
    source.onopen = () => {
      this.#failures = 0;
      this.#onopen();
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED && source === this.#source) this.#later();
    };
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), WAITS[Math.min(this.#failures++, WAITS.length - 1)]);
  }
}

function parse(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
