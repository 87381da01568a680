import { problemsDocument } from './problems-document.js';

describe('the list of problems', () => {
  it('has what the kernel, the edge, the features and their helpers say', () => {
    const document = problemsDocument();
    for (const code of CODES) expect([code, document.includes(`\`/problems/${code}\``)]).toEqual([code, true]);
    expect(document).not.toContain('/problems/scale/conflict-of-interest');
    expect(document).not.toMatch(/<category>|undefined|NaN/);
  });
});

const CODES = [
  'desk/role-missing',
  'desk/not-yours',
  'desk/text-unreadable',
  'check/no-draft',
  'check/stale',
  'claim/not-found',
  'member/wrong-stage',
  'check/approver-ruled',
  'check/conflict-of-interest',
  'submission/wrong-state',
  'evidence/file-mismatch',
  'request/key-reused',
  'request/too-large',
  'store/busy',
  'server/failed',
];
