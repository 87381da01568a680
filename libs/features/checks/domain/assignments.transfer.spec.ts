import { decide, stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  accept,
  accepted,
  agreed,
  also,
  ana,
  approve,
  ben,
  cleo,
  dan,
  decline,
  enters,
  eva,
  expire,
  factsOf,
  fay,
  gus,
  inReview,
  job,
  marks,
  offer,
  offered,
  open,
  openRound,
  publish,
  readyForReview,
  recusal,
  reconciling,
  recuse,
  release,
  researching,
  reveal,
  rule,
  ruled,
  transfer,
  transferred,
  unproven,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const gil = { ...dan, id: 'gil' };

const handedOn = (toMemberId: string, rest: Partial<Extract<CheckEvent, { type: 'AssignmentTransferred' }>['data']>) =>
  transferred('ben', toMemberId, 'researcher', { newAssignmentId: `new-${toMemberId}`, ...rest });

describe('transferring an assignment', () => {
  it('records both people and the reason, and asks the new one as an offer does', () => {
    given(...researching(), ...accepted('dan', 'researcher'))
      .when(transfer(ana, 'ben-researcher', factsOf(gil)))
      .thenEvents(handedOn('gil', { roles: ['reviewer'] }));
    given(...readyForReview())
      .when(transfer(eva, 'ben-researcher', factsOf(fay), { facts: { member: { ...factsOf(fay), openLoad: 3 } } }))
      .thenEvents(handedOn('fay', { roles: ['approver'], openLoad: 3 }));
  });

  it('sends the check back for a researcher until the new one has accepted', () => {
    const past = [...researching(), transferred('ben', 'gil', 'researcher')];
    given(...researching())
      .when(transfer(ana, 'ben-researcher', factsOf(gil)))
      .thenEvents(
        handedOn('gil', { roles: ['reviewer'] }),
        enters('open', 3, 'researching', marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' })),
      );
    expect(typesAfter([...past, stageOpen], accept(gil, 'researcher'))).toEqual(['AssignmentAccepted', 'StageEntered']);
  });

  it('keeps the one in the table of who worked on the case, and adds the other when he accepts', () => {
    const past = [...researching(), transferred('ben', 'gil', 'researcher')];
    expect(stateOf(checkDecider, past).people.workedOn).toEqual(['ben']);
    const answered: CheckEvent = {
      type: 'AssignmentAccepted',
      data: { assignmentId: 'gil-researcher', memberId: 'gil', capacity: 'researcher' },
    };
    expect(stateOf(checkDecider, [...past, answered]).people.workedOn).toEqual(['ben', 'gil']);
  });

  it('is refused to everybody but editors and approvers', () => {
    for (const other of [ben, gus])
      given(...researching())
        .when(transfer(other, 'ben-researcher', factsOf(gil)))
        .thenRefused('desk/role-missing');
    given(...researching())
      .when(transfer(job('transfer'), 'ben-researcher', factsOf(gil)))
      .thenRefused('desk/service-forbidden');
  });

  it('tests, in this order: the assignment, the new member as for an offer, a ruling, the id', () => {
    const taken = 'cleo-reviewer';
    const entered = [...inReview(), ruled('cleo', unproven)];
    const to = (
      past: readonly CheckEvent[],
      assignmentId: string,
      member: ReturnType<typeof factsOf>,
      openLoad = 0,
      newAssignmentId = taken,
    ) =>
      given(...past).when(
        transfer(ana, assignmentId, member, {
          data: { newAssignmentId },
          facts: { member: { ...member, openLoad } },
        }),
      );
    const worst = { active: false, interests: ['person:john-kirby'], roles: [] };
    to(entered, 'nobody-reviewer', factsOf(ben, worst)).thenRefused('check/assignment-ended');
    given(...entered)
      .when(transfer(ana, 'cleo-reviewer', factsOf(gil), { facts: { member: undefined } }))
      .thenRefused('check/assignee-unknown');
    to(entered, 'cleo-reviewer', factsOf(ben, worst)).thenRefused('check/assignee-inactive');
    to(entered, 'cleo-reviewer', factsOf(ben, { ...worst, active: true })).thenRefused('check/assignee-role-missing');
    to(entered, 'cleo-reviewer', factsOf(ben, { interests: worst.interests })).thenRefused(
      'check/conflict-of-interest',
    );
    to([...entered, recusal('ben')], 'cleo-reviewer', factsOf(ben)).thenRefused('check/recused');
    to(entered, 'cleo-reviewer', factsOf(ben)).thenRefused('check/reviewer-not-independent');
    to(entered, 'cleo-reviewer', factsOf(dan), 8).thenRefused('check/already-assigned');
    to(entered, 'cleo-reviewer', factsOf(gil), 8).thenRefused('check/load-limit');
    to(entered, 'cleo-reviewer', factsOf(gil)).thenRefused('check/ruling-submitted');
    to(inReview(), 'cleo-reviewer', factsOf(gil)).thenRefused('check/id-taken');
    to(inReview(), 'cleo-reviewer', factsOf(gil), 0, 'new').thenEvents(
      transferred('cleo', 'gil', 'reviewer', { newAssignmentId: 'new', roles: ['reviewer'] }),
    );
  });

  it('goes over the limit for a reason, which is recorded', () => {
    const data = { overLoadReason: 'Nobody else reads Korean.' };
    given(...readyForReview())
      .when(
        transfer(ana, 'ben-researcher', factsOf(gil), { data, facts: { member: { ...factsOf(gil), openLoad: 8 } } }),
      )
      .thenEvents(handedOn('gil', { ...data, roles: ['reviewer'], openLoad: 8 }));
  });

  it('is possible until the verdict is published', () => {
    given(...withVersion())
      .when(transfer(ana, 'ben-researcher', factsOf(gil)))
      .thenRefused('check/wrong-stage');
  });

  it('takes the old reviewer out of a sealed round, and the new one in when he accepts', () => {
    const past = [...inReview(), transferred('cleo', 'gil', 'reviewer')];
    expect(stateOf(checkDecider, past).round?.reviewers).toEqual(['dan']);
    given(...past)
      .when(rule(cleo))
      .thenRefused('desk/not-yours');
    given(...past)
      .when(accept(gil, 'reviewer'))
      .thenEvents(
        { type: 'AssignmentAccepted', data: { assignmentId: 'gil-reviewer', memberId: 'gil', capacity: 'reviewer' } },
        { type: 'ReviewerAdded', data: { round: 1, memberId: 'gil' } },
      );
  });

  it('leaves a round that was opened as it is', () => {
    const past = [...reconciling(), transferred('cleo', 'gil', 'reviewer')];
    expect(typesAfter(reconciling(), transfer(ana, 'cleo-reviewer', factsOf(gil)))).toEqual(['AssignmentTransferred']);
    expect(stateOf(checkDecider, past).round?.rulings).toHaveLength(2);
  });
});

describe('an offer that came by a transfer', () => {
  const late: readonly (readonly CheckEvent[])[] = [
    readyForReview(),
    inReview(),
    reconciling(),
    agreed(),
    withApproval(),
  ];

  it('is accepted and declined, and expires, in every stage before publication', () => {
    for (const past of late) {
      const asked = [...past, transferred('ben', 'gil', 'researcher')];
      expect(typesAfter(asked, accept(gil, 'researcher'))).toEqual(['AssignmentAccepted']);
      expect(typesAfter(asked, decline(gil, 'researcher'))).toEqual(['AssignmentDeclined']);
      expect(typesAfter(asked, expire('gil-researcher', '2026-11-23T12:00:00.000Z'))).toEqual(['AssignmentExpired']);
    }
  });

  it('is not what another offer is there', () => {
    for (const past of late) {
      const asked = [...past, offered('gil', 'researcher')];
      given(...asked)
        .when(accept(gil, 'researcher'))
        .thenRefused('check/wrong-stage');
      given(...asked)
        .when(expire('gil-researcher', '2026-11-23T12:00:00.000Z'))
        .thenNothing();
    }
  });

  it('is tested again as every offer', () => {
    const past = [...inReview(), transferred('cleo', 'gil', 'reviewer')];
    given(...past)
      .when(accept(gil, 'reviewer', { facts: { member: factsOf(gil, { active: false }) } }))
      .thenRefused('check/assignee-inactive');
    given(...past, ...accepted('gil', 'researcher'))
      .when(accept(gil, 'reviewer'))
      .thenRefused('check/reviewer-not-independent');
  });
});

describe('a round whose reviewers change', () => {
  const gone = recusal('cleo', { assignmentIds: ['cleo-reviewer'], setAsideRulingIds: ['ruling-cleo'] });
  const waiting = [...inReview(), ruled('cleo', unproven), ruled('dan', unproven), gone];
  const replaced: readonly CheckEvent[] = [
    ...waiting,
    ...accepted('gil', 'reviewer'),
    { type: 'ReviewerAdded', data: { round: 1, memberId: 'gil' } },
  ];

  it('waits for a replacement when too few are left', () => {
    given(...waiting)
      .when(reveal())
      .thenNothing();
    given(...replaced)
      .when(reveal())
      .thenNothing();
  });

  it('is opened with the rulings that count', () => {
    const events = after([...replaced, ruled('gil', unproven)], reveal());
    expect(events[0]).toEqual({
      type: 'RulingsRevealed',
      data: {
        round: 1,
        rulings: [
          { rulingId: 'ruling-dan', entry: 1 },
          { rulingId: 'ruling-gil', entry: 1 },
        ],
      },
    });
    expect(events[1]).toMatchObject({ type: 'RoundDecided', data: { agreeing: ['dan', 'gil'], dissenting: [] } });
  });

  it('is opened at once when those who are left are enough and have ruled', () => {
    const three = [...inReview(), ...accepted('gil', 'reviewer')];
    const added: CheckEvent = { type: 'ReviewerAdded', data: { round: 1, memberId: 'gil' } };
    const past = [...three, added, ruled('cleo', unproven), ruled('dan', unproven)];
    given(...past)
      .when(reveal())
      .thenNothing();
    expect(after(past, release(ana, 'gil-reviewer'))).toHaveLength(1);
    const left = [...past, ...after(past, release(ana, 'gil-reviewer'))];
    expect(typesAfter(left, reveal())[0]).toBe('RulingsRevealed');
  });

  it('takes a second ruling of who was let go and is asked again', () => {
    const back: readonly CheckEvent[] = [
      ...inReview(),
      ruled('cleo', unproven),
      ...after([...inReview(), ruled('cleo', unproven)], release(job('release-assignments'), 'cleo-reviewer')),
      offered('cleo', 'reviewer', 'again'),
      { type: 'AssignmentAccepted', data: { assignmentId: 'again', memberId: 'cleo', capacity: 'reviewer' } },
      { type: 'ReviewerAdded', data: { round: 1, memberId: 'cleo' } },
    ];
    given(...back)
      .when(rule(cleo))
      .thenRefused('check/id-taken');
    expect(typesAfter(back, rule(cleo, { data: { rulingId: 'another' } }))).toEqual(['RulingSubmitted']);
    const again = stateOf(checkDecider, [...back, ruled('cleo', unproven, { rulingId: 'another' })]);
    expect(again.people.setAside).toEqual([]);
  });
});

describe('who has recused himself', () => {
  it('is offered nothing, and accepts nothing', () => {
    given(...open(), recusal('ben'))
      .when(offer(ana, factsOf(ben), 'researcher'))
      .thenRefused('check/recused');
    given(...open(), recusal('ben'), offered('ben', 'researcher'))
      .when(accept(ben, 'researcher'))
      .thenRefused('check/recused');
    given(...open(), recusal('ben'))
      .when(offer(ana, factsOf(ben, { interests: ['person:john-kirby'] }), 'researcher'))
      .thenRefused('check/conflict-of-interest');
  });

  it('does not rule, and no round is opened with him', () => {
    given(...inReview(), recusal('cleo'), ...accepted('cleo', 'reviewer'), {
      type: 'ReviewerAdded',
      data: { round: 1, memberId: 'cleo' },
    })
      .when(rule(cleo))
      .thenRefused('check/recused');
    given(...readyForReview(), recusal('cleo'))
      .when(openRound(ana, ['cleo', 'dan']))
      .thenRefused('check/recused');
  });

  it('neither approves nor publishes', () => {
    const waivers = [
      { rule: 'sources', code: 'sole_access', note: 'One witness only.' },
      { rule: 'reply', code: 'no_channel', note: 'No address is known.' },
    ] as const;
    given(...withDraft(), recusal('eva'))
      .when(approve(eva, { data: { waivers } }))
      .thenRefused('check/recused');
    given(...withApproval(), recusal('eva'))
      .when(publish(eva))
      .thenRefused('check/recused');
  });
});

describe('a draft on a round that was set aside', () => {
  it('is approved and published no more; the next one has the next number', () => {
    const past = withApproval();
    const left = [...past, ...after(past, recuse(also(cleo, 'editor')))];
    const { draft, stage } = stateOf(checkDecider, left);
    expect(stage?.name).toBe('ready_for_review');
    expect(draft).toMatchObject({ versionNo: 1, draftNo: 1, status: 'lapsed' });
    expect(draft).not.toHaveProperty('approval');

    const decidedAgain = [...left, ...agreed().slice(-1)];
    given(...decidedAgain)
      .when(approve(eva))
      .thenRefused('check/no-draft');
  });
});

const stageOpen: CheckEvent = { type: 'StageEntered', data: { no: 3, run: 1, stage: 'open', marks: [] } };

const after = (past: readonly CheckEvent[], command: Parameters<ReturnType<typeof given>['when']>[0]) =>
  decide(checkDecider, stateOf(checkDecider, past), command).events;

const typesAfter = (...asked: Parameters<typeof after>) => after(...asked).map(({ type }) => type);
