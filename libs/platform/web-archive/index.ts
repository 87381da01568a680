export { HttpWebArchive } from './http-web-archive.js';
export type { CaptureLimits } from './http-web-archive.js';
export { WebArchiveModule } from './web-archive.module.js';
export { CaptureFailed, WebArchive } from './web-archive.js';
export type { CaptureFailure, Snapshot } from './web-archive.js';
