export { CommandCarriers, carriedBy } from './command-carriers.js';
export type { Carrier } from './command-carriers.js';
export { CommandsModule } from './commands.module.js';
export { derivedId } from './derived-id.js';
