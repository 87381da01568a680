export { readSettings } from './config.js';
export type { Config, Settings } from './config.js';
export { urlsOf, withSetting } from './database-urls.js';
export type { DatabaseUrls } from './database-urls.js';
export { StartRefused } from './start-refused.js';
