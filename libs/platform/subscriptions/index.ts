export { listenersIn } from './listeners.js';
export type { Listener } from './listeners.js';
export type { EntityClass, Projection } from './projection.js';
export { ReadModelPosition, ReadModelMissing } from './read-model-position.js';
export type { PositionAnswer } from './read-model-position.js';
export { rebuildAside } from './rebuild.js';
export { SubscriptionsModule } from './subscriptions.module.js';
