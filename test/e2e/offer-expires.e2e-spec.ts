import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { C4 } from '../../apps/docket/src/demo/article/claims.js';
import { idOf, takeIn } from '../../apps/docket/src/demo/intake.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { castOf } from '../support/cast.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';

jest.setTimeout(120_000);

/** Working time round the clock, and two seconds to answer an offer. */
const POLICY = {
  time: { offer: 'PT2S' },
  calendar: { timeZone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', holidays: [] },
};

describe('an offer that nobody answers', () => {
  let system: System;
  let player: Player;

  beforeAll(async () => {
    system = await startSystem();
    const file = path.join(system.home, 'policy.json');
    writeFileSync(file, JSON.stringify(POLICY));
    player = await castOf(system, file);
  });

  afterAll(() => system.stop());

  it('ends at its time by a job, and can be made to somebody else', async () => {
    const checkId = idOf((await takeIn(player)).claims, C4);
    const { ana, ben, gus } = player;
    const assignmentId = v7();
    const offer = { assignmentId, memberId: ben.id, capacity: 'researcher' } as const;
    await ana.client.send('/v1/checks/{checkId}/open-check', { checkId }, {});
    await ana.client.send('/v1/checks/{checkId}/offer-assignment', { checkId }, offer);

    const { items } = await gus.until(
      'the offer has expired',
      () => gus.timeline(checkId),
      (timeline) => timeline.items.some(({ type }) => type === 'AssignmentExpired'),
    );
    const [offered, expired] = ['AssignmentOffered', 'AssignmentExpired'].map((type) =>
      items.find((item) => item.type === type),
    );
    const expiresAt = String(offered?.essentials['expiresAt']);
    expect(Date.parse(expiresAt) - Date.parse(offered?.recordedAt ?? '')).toBeLessThanOrEqual(2_000);
    expect(Date.parse(expired?.recordedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    expect(expired).toMatchObject({ actor: { kind: 'service', id: 'service:expire-offer' }, capacity: 'service' });

    const late = ben.client.send('/v1/checks/{checkId}/accept-assignment', { checkId }, { assignmentId });
    await expect(late).rejects.toMatchObject({ status: 409, code: 'check/offer-closed' });
    const again = { ...offer, assignmentId: v7() };
    await expect(ana.client.send('/v1/checks/{checkId}/offer-assignment', { checkId }, again)).resolves.toBeDefined();
  });
});
