import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import { RequestProblem } from './request-problem.js';
import { requestIn } from './session.js';

export const TAKES_AFTER = 'docket:takes-after';

/** Refuses parameters in the query of a route that describes none: elsewhere its schema does. */
@Injectable()
export class ParameterGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (hasQuery(context)) return true;
    const takesAfter = this.reflector.get<boolean>(TAKES_AFTER, context.getHandler()) ?? false;
    const given = Object.keys(requestIn(context).query as object);
    const unknown = given.filter((parameter) => !(takesAfter && parameter === 'after'));
    if (unknown.length === 0) return true;
    const flaws = unknown.map((parameter) => ({ parameter, detail: 'This route does not know it.' }));
    throw new RequestProblem(400, 'request/parameter-unknown', 'A parameter is not known here.', { flaws });
  }
}

const hasQuery = (context: ExecutionContext): boolean => {
  const described: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(described ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
};
