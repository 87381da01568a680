import type { Type } from '@nestjs/common';

/** The value provider under which a feature's projections and reactions stand in its worker module. */
export const FEATURE_SUBSCRIPTIONS = 'subscriptions-of-feature';

/** Something that is called for each event of some types: a projection or a reaction. */
export type Listener = { readonly name: string; readonly types: readonly string[] };

type Subscriber = { readonly name: string; readonly on: Readonly<Record<string, unknown>> };
type Import = { readonly providers?: readonly { readonly provide: unknown; readonly useValue?: unknown }[] };

/** Who listens to what, as these worker modules say it: nothing has to run. */
export const listenersIn = (workerModules: readonly Type[]): readonly Listener[] =>
  workerModules
    .flatMap((module) => (Reflect.getMetadata('imports', module) ?? []) as readonly Import[])
    .flatMap(({ providers = [] }) => providers.filter(({ provide }) => provide === FEATURE_SUBSCRIPTIONS))
    .flatMap(({ useValue }) => useValue as readonly Subscriber[])
    .map(({ name, on }) => ({ name, types: Object.keys(on) }));
