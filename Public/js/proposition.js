// Offers a passkey to somebody who has none, on a device that can keep one and check who holds it.

const proposition = document.querySelector('[data-proposition]');
const capable = globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.();

if (proposition && (await capable)) proposition.hidden = false;
