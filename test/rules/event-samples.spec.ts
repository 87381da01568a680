import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { schemaVersionOf, upcast } from '#kernel';
import { checkStream } from '#features/checks';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { memberStream } from '#features/members';
import { policyStream, scaleStream } from '#features/standards';

type Sample = {
  readonly stream: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
};
type Evolution = (state: unknown, event: { readonly type: string; readonly data: unknown }) => unknown;

const SAMPLES = path.resolve(import.meta.dirname, '../contracts/events');
const STREAMS = [memberStream, scaleStream, policyStream, submissionStream, claimStream, evidenceStream, checkStream];

const samples = readdirSync(SAMPLES).map((file) => ({
  file,
  sample: JSON.parse(readFileSync(path.join(SAMPLES, file), 'utf8')) as Sample,
}));

const streamOf = ({ stream }: Sample) => {
  const found = STREAMS.find(({ decider }) => decider.category === stream);
  if (found === undefined) throw new Error(`There are no ${stream} streams.`);
  return found;
};

describe('stored events', () => {
  it('have a sample for each version of each type', () => {
    const wanted = STREAMS.flatMap(({ decider, upcasters }) =>
      Object.keys(decider.evolve).flatMap((type) => {
        const newest = schemaVersionOf(upcasters as Record<string, undefined>, type);
        return Array.from({ length: newest }, (_, place) => `${type}.v${place + 1}.json`);
      }),
    );
    expect(samples.map(({ file }) => file).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(samples.map(({ file, sample }) => [file, sample] as const))('%s is read and folded today', (file, sample) => {
    const { type, schemaVersion, data } = sample;
    expect(file).toBe(`${type}.v${schemaVersion}.json`);
    const { decider, upcasters } = streamOf(sample);
    const newest = upcast(upcasters as Record<string, undefined>, type, schemaVersion, data);
    const evolve = decider.evolve as unknown as Readonly<Record<string, Evolution>>;
    expect(() => evolve[type]?.(decider.initialState, { type, data: newest })).not.toThrow();
  });
});
