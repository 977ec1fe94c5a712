/** The browser shell. */
export { BackendProcess, type BackendProcessOptions } from './backend-process.js';
export { chosenRunsDir } from '../backend/store-folder.js';
export { defaultConfigDir } from './config-dir.js';
export { CONTENT_SECURITY_POLICY, CONTENT_TYPES, PAGE_HEADERS } from './page-headers.js';
export { fileInside, pagePath } from './page-path.js';
export { startServer, type RunningServer, type ServerOptions } from './start-server.js';
