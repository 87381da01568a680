import type { Type } from '@nestjs/common';
import type { Reaction } from '#kernel';
import type { AnyProjection } from './projection.js';
import type { Listening } from './told-history.js';

/** The value provider under which a feature's projections and reactions stand in its worker module. */
export const FEATURE_SUBSCRIPTIONS = 'subscriptions-of-feature';

/** Something that is called for each event of some types: a projection or a reaction. */
export type Listener = { readonly name: string; readonly types: readonly string[] };

/** The projections and the reactions of these worker modules, to work with them elsewhere. */
export const listeningIn = (workerModules: readonly Type[]): Listening => {
  const all = subscribersIn(workerModules);
  return {
    projections: all.filter((one): one is AnyProjection => 'tables' in one),
    reactions: all.filter((one): one is Reaction<never> => !('tables' in one)),
  };
};

type Subscriber = { readonly name: string; readonly on: Readonly<Record<string, unknown>> };
type Import = { readonly providers?: readonly { readonly provide: unknown; readonly useValue?: unknown }[] };

/** Who listens to what, as these worker modules say it: nothing has to run. */
export const listenersIn = (workerModules: readonly Type[]): readonly Listener[] =>
  subscribersIn(workerModules).map(({ name, on }) => ({ name, types: Object.keys(on) }));

const subscribersIn = (workerModules: readonly Type[]): readonly (Subscriber | AnyProjection | Reaction<never>)[] =>
  workerModules
    .flatMap((module) => (Reflect.getMetadata('imports', module) ?? []) as readonly Import[])
    .flatMap(({ providers = [] }) => providers.filter(({ provide }) => provide === FEATURE_SUBSCRIPTIONS))
    .flatMap(({ useValue }) => useValue as readonly Subscriber[]);
