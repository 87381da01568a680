import { Injectable } from '@nestjs/common';
import { ReadModels } from '#platform/database';
import { SimilarClaims } from '../../domain/similar-claims.js';
import type { Candidate, Wording } from '../../domain/similar-claims.js';

/** Compares words by their stems, and spellings by groups of three letters: half of the score each. */
@Injectable()
export class WordMatcher extends SimilarClaims {
  readonly matcher = 'words-and-trigrams';
  readonly matcherVersion = '1';

  constructor(private readonly readModels: ReadModels) {
    super();
  }

  async candidatesFor(deskId: number, { claimId, text, language }: Wording): Promise<readonly Candidate[]> {
    await this.demandRead(deskId, claimId, text);
    const stems = /^en(-|$)/i.test(language) ? 'english' : 'simple';
    const rows = await this.readModels.rowsOf(deskId, CANDIDATES, [claimId, text, stems]);
    return rows.map(({ claim_id: found = '', score }) => ({ claimId: found, score: Number(score) }));
  }

  /** Two like claims that are accepted at once would miss each other if the read model were asked too early. */
  private async demandRead(deskId: number, claimId: string, text: string): Promise<void> {
    const [own] = await this.readModels.rowsOf(deskId, OWN, [claimId]);
    if (own?.['text'] !== text) throw new Error(`The read model of claims has not come to claim ${claimId} yet.`);
  }
}

/** As it is worded now, once it is a candidate itself: then all that came before it in the log is there too. */
const OWN = 'SELECT text FROM claim_wording WHERE claim_id = $1 AND is_candidate';

/** Those that share a word or are spelt alike, the hundred best of each; of them those whose score is high enough. */
const CANDIDATES = `
  WITH asked AS MATERIALIZED (
    SELECT to_tsvector($3::regconfig, $2) AS words, replace(plainto_tsquery($3::regconfig, $2)::text, '&', '|')::tsquery AS any_word
  ), near AS (
    (SELECT claim_id, text, claim_wording.words FROM claim_wording, asked
      WHERE claim_wording.words @@ any_word AND is_candidate AND claim_id <> $1
      ORDER BY ts_rank(claim_wording.words, any_word) DESC LIMIT 100)
    UNION
    (SELECT claim_id, text, words FROM claim_wording
      WHERE text OPERATOR(trigrams.%) $2 AND is_candidate AND claim_id <> $1
      ORDER BY trigrams.similarity(text, $2) DESC LIMIT 100)
  ), scored AS (
    SELECT claim_id, trigrams.similarity(text, $2) / 2
           + cardinality(ARRAY(SELECT unnest(tsvector_to_array(near.words)) INTERSECT SELECT unnest(tsvector_to_array(asked.words))))::real
             / greatest(length(near.words) + length(asked.words), 1) AS score
      FROM near, asked
  )
  SELECT claim_id, round(score::numeric, 3)::text AS score FROM scored
   WHERE score >= 0.4 ORDER BY scored.score DESC, claim_id LIMIT 10`;
