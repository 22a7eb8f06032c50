// One connection between two browsers, from its first offer to its end.
// Both may speak at once: of two offers that cross, the polite side takes its own back.

const KINDS = ['audio', 'video'];

export class Liaison {
  #pc;
  #polite;
  #send;
  #pistes;
  #offering = false;
  #ignoring = false;
  #waiting = [];
  #thread;
  #ended = false;

  /** Names this connection in every message: what belongs to an earlier one is told apart. */
  id;
  /** Whether it ever worked, and whether a new path was already looked for since it last did. */
  worked = false;
  restarted = false;
  /** What comes from the other. */
  stream = new MediaStream();

  constructor(id, configuration, { polite, send, pistes, onstate, ontrack }) {
    this.id = id;
    this.#polite = polite;
    this.#send = (message) => send({ ...message, appel: id });
    this.#pistes = pistes;
    this.#pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', ...configuration });
    this.#pc.onnegotiationneeded = () => this.#offer();
    this.#pc.onicecandidate = ({ candidate }) => candidate && this.#send({ candidate });
    this.#pc.onconnectionstatechange = () => this.#stateChanged(onstate);
    this.#pc.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      track.onmute = track.onunmute = ontrack;
      ontrack();
    };
    // Carries nothing: it breaks at once when the other closes, where the picture would stay frozen for seconds.
    this.#thread = this.#pc.createDataChannel('fil', { negotiated: true, id: 0 });
    this.#thread.onclose = () => {
      this.#ended = true;
      onstate();
    };
    // The polite side speaks on what the other opened: one pair of lines, never two.
    if (!polite) for (const kind of KINDS) this.#pc.addTransceiver(pistes.track(kind) ?? kind, direction(pistes, kind));
  }

  /** 'new', 'connecting', 'connected', 'disconnected', 'failed' or 'closed'. */
  get state() {
    return this.#ended ? 'closed' : this.#pc.connectionState;
  }

  /** Sends one's tracks as they are now: one that came late, one that was let go. */
  async place() {
    for (const transceiver of this.#pc.getTransceivers()) {
      const { kind } = transceiver.receiver.track;
      await transceiver.sender.replaceTrack(this.#pistes.track(kind));
      Object.assign(transceiver, direction(this.#pistes, kind));
    }
  }

  async receive({ description, candidate }) {
    if (description) await this.#describe(description);
    if (candidate) await this.#candidate(candidate);
  }

  /** Looks for a new path, with relays whose pass has not expired. */
  restart(configuration) {
    this.restarted = true;
    this.#pc.setConfiguration({ bundlePolicy: 'max-bundle', ...configuration });
    this.#pc.restartIce();
  }

  /** An offer or its answer may have been lost while one of the two streams was down. */
  repeat() {
    if (this.#pc.signalingState === 'have-local-offer') this.#send({ description: this.#pc.localDescription });
  }

  close() {
    for (const name of ['onnegotiationneeded', 'onicecandidate', 'onconnectionstatechange', 'ontrack']) {
      this.#pc[name] = null;
    }
    this.#thread.onclose = null;
    this.#pc.close();
  }

  /** Pictures of the other that were shown so far. */
  async framesDecoded() {
    let frames = 0;
    for (const report of (await this.#pc.getStats()).values()) {
      if (report.type === 'inbound-rtp' && report.kind === 'video') frames += report.framesDecoded ?? 0;
    }
    return frames;
  }

  #stateChanged(tell) {
    if (this.state === 'connected') {
      this.worked = true;
      this.restarted = false;
    }
    tell();
  }

  async #offer() {
    try {
      this.#offering = true;
      await this.#pc.setLocalDescription();
      this.#send({ description: this.#pc.localDescription });
    } catch (problem) {
      // Closed meanwhile, or the other's offer came first and was taken: both are answered elsewhere.
      if (!['InvalidStateError', 'OperationError'].includes(problem.name)) throw problem;
    } finally {
      this.#offering = false;
    }
  }

  async #describe(description) {
    const offered = description.type === 'offer';
    const collision = offered && (this.#offering || this.#pc.signalingState !== 'stable');
    this.#ignoring = collision && !this.#polite;
    if (this.#ignoring) return;
    // An answer to an offer that was taken back since.
    if (!offered && this.#pc.signalingState !== 'have-local-offer') return;
    await this.#pc.setRemoteDescription(description);
    for (const candidate of this.#waiting.splice(0)) await this.#candidate(candidate);
    if (offered) await this.#answer();
  }

  async #answer() {
    await this.place();
    await this.#pc.setLocalDescription();
    this.#send({ description: this.#pc.localDescription });
  }

  async #candidate(candidate) {
    if (!this.#pc.remoteDescription) return void this.#waiting.push(candidate);
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch {
      // A path of an offer that was ignored or replaced. A path that is missing shows in the state, soon enough.
    }
  }
}

function direction(pistes, kind) {
  return { direction: pistes.track(kind) ? 'sendrecv' : 'recvonly' };
}
