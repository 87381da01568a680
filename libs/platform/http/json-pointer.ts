/** Where something is in a JSON text, by the names and numbers that lead there (RFC 6901). */
export const pointerTo = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
