import { addressOf } from '../read-models/verdict-page/publication-settings.js';
import type { PublicationSettings } from '../read-models/verdict-page/publication-settings.js';

/** Where a desk’s verdicts are, for who follows them. */
export const feedsOf = (settings: PublicationSettings, deskKey: string) => ({
  atom: addressOf(settings, `/feeds/${deskKey}/verdicts.atom`),
  dataFeed: addressOf(settings, `/feeds/${deskKey}/verdicts.json`),
});
