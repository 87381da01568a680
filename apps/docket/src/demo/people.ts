import type { Role } from '#kernel';

/** The cast of the demo. They are fiction. */
export type Person = { readonly name: string; readonly roles: readonly Role[] };

export const ANA: Person = { name: 'Ana', roles: ['editor'] };
export const BEN: Person = { name: 'Ben', roles: ['reviewer'] };
export const CLEO: Person = { name: 'Cleo', roles: ['reviewer'] };
export const DAN: Person = { name: 'Dan', roles: ['reviewer'] };
export const EVA: Person = { name: 'Eva', roles: ['approver'] };
export const FAY: Person = { name: 'Fay', roles: ['approver'] };
export const IDA: Person = { name: 'Ida', roles: ['approver'] };
export const GUS: Person = { name: 'Gus', roles: ['auditor'] };
/** The first member of the desk, made with it. */
export const HAL: Person = { name: 'Hal', roles: ['admin'] };

/** Those whom Hal invites. */
export const CAST: readonly Person[] = [ANA, BEN, CLEO, DAN, EVA, FAY, IDA, GUS];
