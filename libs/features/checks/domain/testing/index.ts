export * from './commands.js';
export * from './moves.js';
export * from './past.js';
export * from './people.js';
export * from './play.js';
export * from './scenario.js';
export * from './stories.js';
export * from './world.js';
