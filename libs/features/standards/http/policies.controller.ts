import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, QueryRoute, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { ChangePolicy } from '../commands/change-policy.js';
import type { ActivatePolicyVersion, DefinePolicy } from '../domain/policy.commands.js';
import { completeRules } from '../domain/policy.rules.js';
import { policyList } from '../read-models/policies/policies.answer.js';
import type { PolicyList } from '../read-models/policies/policies.answer.js';
import { GetPolicies } from '../read-models/policies/policies.query.js';
import { policyPage } from '../read-models/policy-page/policy-page.answer.js';
import type { PolicyPage } from '../read-models/policy-page/policy-page.answer.js';
import { GetPolicy } from '../read-models/policy-page/policy-page.query.js';
import { activatePolicyVersionBody, definePolicyBody, draftPolicyVersionBody } from './policies.bodies.js';
import { standardId, standardsQuery } from './standards.parameters.js';

const policyId = { schema: standardId };

@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @QueryRoute('', { answer: policyList, reads: 'policies' })
  @ApiOperation({ summary: 'GetPolicies', description: 'For: every member. In the order of their keys.' })
  policies(
    @Viewer() viewer: Session,
    @Query({ schema: standardsQuery }) filters: z.infer<typeof standardsQuery>,
  ): Promise<PolicyList> {
    return this.queries.execute(new GetPolicies(viewer, filters));
  }

  @QueryRoute(':policyId', { answer: policyPage })
  @ApiOperation({
    summary: 'GetPolicy',
    description: 'For: every member. All versions with their rules, and what each changed of the one before.',
  })
  policy(@Viewer() viewer: Session, @Param('policyId', policyId) id: string): Promise<PolicyPage> {
    return this.queries.execute(new GetPolicy(viewer, id));
  }

  /** Makes a policy without any version, under the key that it will have. */
  @CommandRoute(':policyId/define-policy', { creates: true })
  definePolicy(
    @Param('policyId', policyId) id: string,
    @Body({ schema: definePolicyBody }) data: DataOf<DefinePolicy>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangePolicy({ type: 'DefinePolicy', id, data, ...envelope }, expectedVersion));
  }

  /** Writes the next version of a policy, in full: one draft at a time. */
  @CommandRoute(':policyId/draft-policy-version')
  draftPolicyVersion(
    @Param('policyId', policyId) id: string,
    @Body({ schema: draftPolicyVersionBody }) { rules, note }: z.infer<typeof draftPolicyVersionBody>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangePolicy(
        { type: 'DraftPolicyVersion', id, data: { rules: completeRules(rules), note }, ...envelope },
        expectedVersion,
      ),
    );
  }

  /** Brings a draft into force that somebody else wrote. Checks opened from then on are pinned to it. */
  @CommandRoute(':policyId/activate-policy-version')
  activatePolicyVersion(
    @Param('policyId', policyId) id: string,
    @Body({ schema: activatePolicyVersionBody }) data: DataOf<ActivatePolicyVersion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangePolicy({ type: 'ActivatePolicyVersion', id, data, ...envelope }, expectedVersion),
    );
  }
}
