// The sentences of a live region. The server wrote them all, in the reader's language; one at most is shown.

/** Shows the first of `names` that the region has, and hides its other sentences: all of them when it has none. */
export function show(region, ...names) {
  const sentences = [...(region?.querySelectorAll('[data-etat]') ?? [])];
  const chosen = names.map((name) => sentences.find((sentence) => sentence.dataset.etat === name)).find(Boolean);
  for (const sentence of sentences) sentence.hidden = sentence !== chosen;
}
