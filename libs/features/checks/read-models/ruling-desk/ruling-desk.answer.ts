import { z } from 'zod';
import { party } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';
import { source } from '../check-page/check-page.answer.js';
import { reply } from '../check-page/replies.answer.js';
import { link, question } from '../check-page/research.answer.js';
import { round, ruling } from '../check-page/rounds.answer.js';
import { claimItself } from '../claim-page/claim-page.answer.js';
import { clockAnswer } from '../clock.js';
import { ratedVersion } from '../rated-version.js';

const precedent = z
  .strictObject({
    checkId: z.string(),
    claim: z.strictObject({ text: z.string(), claimant: party }).optional(),
    live: ratedVersion,
    url: z.string(),
  })
  .describe('What the desk has published on a claim that this one varies or repeats.')
  .meta({ id: 'RulingPrecedent' });

/** What somebody needs who rules in the round at hand, or breaks its tie. Not what was proposed to him, and nothing sealed. */
export const rulingDesk = z
  .strictObject({
    checkId: z.string(),
    version: z.int().describe('Of the stream: name it in If-Match.'),
    stage: z.enum(STAGES),
    stageClock: clockAnswer.optional(),
    as: z.enum(['reviewer', 'tie_breaker']),
    claim: claimItself,
    source: source.optional(),
    round: round
      .pick({
        round: true,
        purpose: true,
        reviewers: true,
        quorum: true,
        agreement: true,
        blind: true,
        evidenceSet: true,
        claimRevision: true,
        scale: true,
        openedAt: true,
        rulingsIn: true,
        rulingsExpected: true,
        revealedAt: true,
        disagreement: true,
        decision: true,
      })
      .meta({ id: 'RulingRound' }),
    links: z.array(link).describe('The evidence set of the round, by stance and origin group.'),
    questions: z.array(question).describe('Those that nobody has answered come first.'),
    replies: z.array(reply),
    precedents: z.array(precedent),
    answerPrecedents: z.boolean().describe('A ruling that departs from one of them must say why.'),
    own: z.array(ruling).describe('Of whoever asks, in this round, with each entry.'),
    others: z.array(ruling).describe('None while they are sealed.'),
    toAnswer: z.array(z.string()).describe('Rulings whose rationales a tie-break must answer.'),
  })
  .meta({ id: 'RulingDesk' });

export type RulingDesk = z.infer<typeof rulingDesk>;
