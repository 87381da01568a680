import { defineJob } from '#kernel';

export const findSimilarClaims = defineJob<{ readonly claimId: string }>({
  queue: 'text',
  name: 'find-similar-claims',
  retry: 'timer',
});
