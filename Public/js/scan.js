// The SHA-256 of a scan, computed here: the file is read by this device and goes nowhere. Without this module, or where
// the browser cannot compute, the field is filled in by hand or left empty.

import { show } from './etats.js';

const hexadecimal = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function fill(zone, field, file) {
  try {
    field.value = hexadecimal(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    show(zone, 'fait');
  } catch {
    show(zone, 'illisible');
  }
}

// Only pages served securely may compute.
if (globalThis.crypto?.subtle) {
  for (const zone of document.querySelectorAll('[data-scan]')) {
    const field = document.getElementById(zone.dataset.scan);
    const picker = zone.querySelector('input[type=file]');
    zone.hidden = false;
    picker.addEventListener('change', () => (picker.files[0] ? fill(zone, field, picker.files[0]) : show(zone)));
  }
}
