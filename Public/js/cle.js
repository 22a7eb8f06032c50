// Passkeys. The server asks and checks; here the browser's own dialogue is opened, and its answer put into a form that
// is then sent as any other.
//
// `[data-cle="inscription"]` makes a key, `[data-cle="lecture"]` uses one; `data-defi` is where the challenge comes from.
// Both are hidden where the browser knows no passkeys, and `[data-sans-cle]` is shown instead.

const known = Boolean(globalThis.PublicKeyCredential && navigator.credentials);

const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function ask(url, csrf) {
  const response = await fetch(url, {
    method: 'POST', redirect: 'manual', headers: { 'X-Csrf': csrf, Accept: 'application/json' },
  });
  // A proof has grown old on this page: it is asked again.
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

const descriptors = (ids) => ids.map((id) => ({ type: 'public-key', id: decode(id) }));

async function make({ defi, domaine, identifiants, personne }) {
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: decode(defi),
      rp: { id: domaine, name: 'Vademecum' },
      user: { id: decode(personne.poignee), name: personne.nom, displayName: personne.prenom },
      pubKeyCredParams: personne.algorithmes.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      excludeCredentials: descriptors(identifiants),
      attestation: 'none',
      timeout: 180_000,
    },
  });
  return { client: encode(credential.response.clientDataJSON), objet: encode(credential.response.attestationObject) };
}

async function use({ defi, domaine, identifiants }, options = {}) {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: decode(defi),
      rpId: domaine,
      allowCredentials: descriptors(identifiants),
      userVerification: 'required',
      timeout: 180_000,
    },
    ...options,
  });
  const { clientDataJSON, authenticatorData, signature } = credential.response;
  return {
    id: encode(credential.rawId),
    client: encode(clientDataJSON),
    donnees: encode(authenticatorData),
    signature: encode(signature),
  };
}

// Only one dialogue at a time: the one that waits quietly in the address field gives way to the one that was asked for.
let quiet = new AbortController();

function send(form, answer) {
  form.elements.reponse.value = JSON.stringify(answer);
  form.submit();
}

function connect(place) {
  const form = place.querySelector('form');
  const failure = place.querySelector('[data-echec]');
  const act = place.dataset.cle === 'inscription' ? make : use;
  place.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    quiet.abort();
    failure.hidden = true;
    try {
      send(form, await act(await ask(place.dataset.defi, form.elements._csrf.value)));
    } catch {
      // Declined, too slow, no key of ours, no network: the same sentence, and every other way is still there.
      failure.hidden = false;
    }
  });
}

/** The keys of this device appear among the addresses the browser offers, where it knows how to. */
async function offerQuietly(place) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  const form = place.querySelector('form');
  try {
    const options = await ask(place.dataset.defi, form.elements._csrf.value);
    send(form, await use(options, { mediation: 'conditional', signal: quiet.signal }));
  } catch {
    // Nobody chose one: nothing was asked, nothing is said.
  }
}

if (known) {
  for (const place of document.querySelectorAll('[data-cle]')) {
    connect(place);
    if (place.dataset.discret !== undefined) offerQuietly(place);
  }
  for (const sentence of document.querySelectorAll('[data-sans-cle]')) sentence.hidden = true;
}
