import type { EntityManager } from 'typeorm';
import type { AnyEvent, OfType, Recorded } from '#kernel';

/** A TypeORM entity with unqualified names: its table stands in the schema of each build. `deskId` is in every key. */
export type EntityClass = new () => object;

/**
 * Writes the rows of one read model: no clock, no queue, no bus, so that a rebuild has nothing to fire. Rows and position
 * commit together. Who changes what it writes raises `build`: the next build is made beside the served one.
 */
export type Projection<Event extends AnyEvent> = {
  readonly name: string;
  readonly build: number;
  readonly tables: readonly EntityClass[];
  /** SQL for what entities cannot say, such as a search index: run in the schema of the build once its tables are there. */
  readonly definitions?: readonly string[];
  readonly on: {
    readonly [Type in Event['type']]?: (event: Recorded<OfType<Event, Type>>, rows: EntityManager) => Promise<unknown>;
  };
};

/** Whichever it is: what it is on is found when an event comes. */
export type AnyProjection = Projection<never>;

type ProjectionName = Pick<AnyProjection, 'name' | 'build'>;

/** Under this name its positions are kept. */
export const subscriptionOf = ({ name, build }: ProjectionName): string => `${name}@${build}`;

/** Where its tables are. */
export const schemaOf = ({ name, build }: ProjectionName): string => `rm_${name.replaceAll('-', '_')}_${build}`;
