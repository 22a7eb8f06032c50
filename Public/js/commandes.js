// The two buttons of the call: microphone and camera. Pressed means open.

import { show } from './etats.js';

const BUTTONS = { micro: 'audio', camera: 'video' };

/** A device that could not be opened is said in `#appareils` ("micro-refuse", "camera-absent"…), if there is one. */
export function connectButtons(section, pistes) {
  const buttons = Object.entries(BUTTONS).map(([id, kind]) => ({ id, kind, button: section.querySelector(`#${id}`) }));
  const refresh = () => {
    for (const { kind, button } of buttons) button?.setAttribute('aria-pressed', String(pistes.on(kind)));
  };
  for (const { id, kind, button } of buttons) {
    button?.addEventListener('click', async () => {
      const causes = await pistes.turn(kind, !pistes.on(kind));
      show(section.querySelector('#appareils'), `${id}-${causes[kind]}`);
    });
  }
  pistes.addEventListener('change', refresh);
  refresh();
}
