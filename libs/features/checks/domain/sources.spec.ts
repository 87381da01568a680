import { DomainError } from '#kernel';
import { FINDINGS } from '#features/standards';
import type { Finding } from '#features/standards';
import type { Link, Nature, Outcome, Stance } from './check.state.js';
import { demandSources, hasSources, independentGroupsOf, originGroupsOf } from './sources.js';

describe('independent sources', () => {
  it('are the groups whose links carry the finding', () => {
    const links = [link('a', 'supports'), link('b', 'refutes'), link('c', 'context')];
    expect(independentGroupsOf('supported', links)).toEqual(['a']);
    expect(independentGroupsOf('mostly_supported', links)).toEqual(['a']);
    expect(independentGroupsOf('refuted', links)).toEqual(['b']);
    expect(independentGroupsOf('mostly_refuted', links)).toEqual(['b']);
    for (const finding of ['mixed', 'conflicting_evidence'] as const)
      expect(independentGroupsOf(finding, links)).toEqual(['a', 'b']);
    for (const finding of ['misleading_context', 'outdated', 'satire'] as const)
      expect(independentGroupsOf(finding, links)).toEqual(['a', 'b', 'c']);
    for (const finding of ['insufficient_evidence', 'not_checkable'] as const)
      expect(independentGroupsOf(finding, links)).toEqual([]);
  });

  it('are never a bare assertion, nor a second link of the same origin', () => {
    const links = [link('a', 'supports'), link('a', 'supports', 'data'), link('b', 'supports', 'assertion')];
    expect(independentGroupsOf('supported', links)).toEqual(['a']);
    expect(originGroupsOf(links)).toEqual(['a', 'b']);
  });

  it.each(['record', 'data', 'analysis', 'witness'] as const)('may be of nature %s', (nature) => {
    expect(independentGroupsOf('supported', [link('a', 'supports', nature)])).toEqual(['a']);
  });
});

describe('the source rule', () => {
  it('asks for as many groups as the policy', () => {
    const links = [link('a', 'supports'), link('b', 'refutes')];
    expect(refusal('supported', links, 1)).toBeUndefined();
    expect(refusal('supported', links, 2)).toBe('check/too-few-sources');
    expect(refusal('supported', [], 0)).toBeUndefined();
  });

  it('asks for a source on each side of what is contested', () => {
    for (const finding of ['mixed', 'conflicting_evidence'] as const) {
      expect(refusal(finding, [link('a', 'supports'), link('b', 'supports')], 2)).toBe('check/too-few-sources');
      expect(refusal(finding, [link('a', 'supports'), link('b', 'supports')], 0)).toBe('check/too-few-sources');
      expect(refusal(finding, [link('a', 'supports'), link('b', 'refutes', 'assertion')], 1)).toBe(
        'check/too-few-sources',
      );
      expect(refusal(finding, [link('a', 'supports'), link('a', 'refutes')], 2)).toBe('check/too-few-sources');
      expect(refusal(finding, [link('a', 'supports'), link('b', 'refutes')], 2)).toBeUndefined();
    }
  });

  it('is not applied where nothing is found, or nobody agreed', () => {
    expect(refusal('insufficient_evidence', [], 2)).toBeUndefined();
    expect(refusal('not_checkable', [], 2)).toBeUndefined();
    expect(refusal('conflicting_evidence', [], 2, 'no_consensus')).toBeUndefined();
  });

  it('is told before a verdict is drafted', () => {
    expect(hasSources('supported', [link('a', 'supports'), link('b', 'supports')], 2)).toBe(true);
    expect(hasSources('supported', [link('a', 'supports'), link('b', 'supports', 'assertion')], 2)).toBe(false);
    expect(hasSources('mixed', [link('a', 'supports'), link('b', 'supports')], 2)).toBe(false);
    expect(hasSources('not_checkable', [], 2)).toBe(true);
  });

  it('knows every finding', () => {
    for (const finding of FINDINGS) expect(independentGroupsOf(finding, [])).toEqual([]);
  });
});

const link = (originGroup: string, stance: Stance, nature: Nature = 'record'): Link => ({
  linkId: `${originGroup}-${stance}`,
  evidenceId: originGroup,
  stance,
  nature,
  originGroup,
});

const refusal = (
  finding: Finding,
  links: readonly Link[],
  needed: number,
  basis: Outcome['basis'] = 'unanimous',
): string | undefined => {
  const outcome: Outcome = { basis, label: 'any', finding, strength: 'low', agreeing: [], dissenting: [] };
  try {
    demandSources(outcome, links, needed);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};
