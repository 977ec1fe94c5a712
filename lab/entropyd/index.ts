/** Random bytes of boards for a whole machine: the daemon's parts, and the client of a daemon. */
export {
  connectEntropy,
  EntropyClient,
  EntropyClosedError,
  EntropyTimeoutError,
  EntropyUnavailableError,
  type EntropyPlace,
  type EntropyWait,
} from './client.js';
export {
  DEFAULT_CONFIG,
  DEFAULT_SOCKET,
  entropydSchema,
  type EntropydConfig,
  type EntropydConfigInput,
} from './config/schema.js';
export { parseConfig, readConfigFile } from './config/read-config.js';
export { configFields, configJsonSchema, configText, type ConfigField } from './config/print-config.js';
export { Entropyd, type EntropydAddresses, type EntropydWorld } from './daemon.js';
export { type DaemonReport, type MemberReport } from './metrics/snapshot.js';
export { type RawHeader } from './serving/raw-server.js';
export {
  type EntropySource,
  type OpenSource,
  type SourceCounters,
  type SourceEvents,
  type SourceState,
} from './source.js';
