import type { shellApi } from '../../rpc/api/index.js';
import type { Handlers } from '../../rpc/define.js';
import type { BackendContext } from '../context.js';

/** What a window's shell tells its page. */
export function shellHandlers({ shell }: BackendContext): Handlers<typeof shellApi> {
  return { 'system.shell': ({ window }, { signal }) => shell.read(window, signal) };
}
