// How our modules write to our server.

const PATIENCE = 4000; // ms; on a dead network a request would otherwise hold for minutes

/**
 * A POST that answers whether it was received, and never throws: true, false (not received, worth another try)
 * or null (the server answered no: trying again would change nothing).
 */
export async function post(url, csrf, message) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'X-Csrf': csrf, 'Content-Type': 'application/json', Accept: 'application/json' },
      body: message === undefined ? '{}' : JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? true : response.status >= 500 ? false : null;
  } catch {
    return false;
  }
}

/** The server was reached, and gave something else than what was asked. */
export class Refused extends Error {}

/** Reads JSON. Throws `Refused`, or what the network threw: the caller knows what to do without it. */
export async function read(url) {
  const response = await fetch(url, {
    headers: { Accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Refused(`${url}: ${response.status}`);
  return response.json();
}

/**
 * Sends a form's fields as the browser would, without leaving the page; answers the response.
 * A redirection (a session that ended) is not followed: a sign-in page must not pass for "received".
 */
export function postForm(url, fields, options = {}) {
  return fetch(url, {
    method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(fields), redirect: 'manual',
    ...options,
  });
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
