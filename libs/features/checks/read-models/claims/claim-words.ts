/** The rows of `claim_list_word` follow those of `claim_list`: by the statement when claims come, by the row when one is reworded. */
export const KEEPS_WORDS: readonly string[] = [
  `CREATE FUNCTION add_claim_words() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
   BEGIN
     INSERT INTO claim_list_word (desk_id, word, proposed_at, claim_id)
     SELECT desk_id, word, proposed_at, claim_id 
       FROM added CROSS JOIN unnest(tsvector_to_array(to_tsvector('english', text))) AS word;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER words_of_new AFTER INSERT ON claim_list REFERENCING NEW TABLE AS added
     FOR EACH STATEMENT EXECUTE FUNCTION add_claim_words()`,
  `CREATE FUNCTION change_claim_words() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
   BEGIN
     DELETE FROM claim_list_word w USING unnest(tsvector_to_array(to_tsvector('english', OLD.text))) AS gone(word)
      WHERE w.desk_id = OLD.desk_id AND w.word = gone.word AND w.proposed_at = OLD.proposed_at AND w.claim_id = OLD.claim_id;
     INSERT INTO claim_list_word (desk_id, word, proposed_at, claim_id)
     SELECT NEW.desk_id, word, NEW.proposed_at, NEW.claim_id 
       FROM unnest(tsvector_to_array(to_tsvector('english', NEW.text))) AS word;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER words_of_reworded AFTER UPDATE OF text ON claim_list
     FOR EACH ROW EXECUTE FUNCTION change_claim_words()`,
];

/** What PostgreSQL makes of the words that somebody seeks: as they stand, and by their stems. */
export type Sought = { readonly exact: string; readonly stems: string };

/** More are sought as one condition. */
const MOST_WORDS = 4;

/**
 * The stems of which a claim must have one, where that is all that is sought. `undefined`: the condition is not so simple,
 * or words are in it that are too common to have a stem.
 */
export const wordsOf = ({ exact, stems }: Sought): readonly string[] | undefined => {
  const [words, asTheyStand] = [alternativesIn(stems), alternativesIn(exact)];
  if (words === undefined || words.length > MOST_WORDS) return undefined;
  // Who has all words as they stand has their stems; with `or` that is so if no word is left out of them.
  const isCovered = asTheyStand === undefined ? !exact.includes('|') : asTheyStand.length === words.length;
  return isCovered ? words : undefined;
};

const ALTERNATIVES = /^'[^'\\]+'( \| '[^'\\]+')*$/;

const alternativesIn = (query: string): readonly string[] | undefined =>
  ALTERNATIVES.test(query) ? [...new Set(query.split(' | ').map((word) => word.slice(1, -1)))] : undefined;
