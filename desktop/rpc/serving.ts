/** What only the serving end needs; a page leaves it out of its bundle. */
export { forwarder, forwarders, type Route } from './forward.js';
export { serve, type ServeOptions, type Service } from './server.js';
export type { Handler } from './server-call.js';
