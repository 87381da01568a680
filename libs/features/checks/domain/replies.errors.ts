import type { Finding } from '#features/standards';
import { refusal } from './check.errors.js';

export const replyMissing = (finding: Finding) =>
  refusal('rule', 'reply-missing', 'With this finding the claimant must have been asked, or a waiver say why not.', {
    finding,
  });

export const replyUnknown = (replyIds: readonly string[]) =>
  refusal('invalid', 'reply-unknown', 'An approval names only replies that this check has received.', { replyIds });
