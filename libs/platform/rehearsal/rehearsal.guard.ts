import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { RequestProblem, requestIn, sessionOf } from '#platform/http';

/** At any desk but a rehearsal there is no such route, and nothing tells that there could be. */
@Injectable()
export class RehearsalGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (sessionOf(requestIn(context)).rehearsal) return true;
    throw new RequestProblem(404, 'request/route-unknown', 'There is no such route.');
  }
}
