/** Seconds for what takes hours, working time round the clock, so that every clock of a case runs out in a test. */
export const HURRIED = {
  review: { revealDelay: 'PT1S', quorum: { low: 2 } },
  time: { triage: 'PT3S', offer: 'PT3S', assign: 'PT3S' },
  reply: { window: 'PT3S', minWindow: 'PT1S' },
  escalation: [
    { mark: 'before', offset: '-PT2S', to: 'assignee' },
    { mark: 'due', offset: 'PT0S', to: 'editor' },
    { mark: 'after', offset: 'PT1S', to: 'approver', suggest: 'reassign' },
  ],
  calendar: { timeZone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', holidays: [] },
};
