/** Everything that the backend serves by itself. */
import type { DesktopApi } from '../../rpc/api/index.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import type { BackendContext } from '../context.js';
import { boardCareHandlers } from './board-care.js';
import { boardListHandlers } from './boards.js';
import { energyHandlers } from './energy.js';
import { entropyHandlers } from './entropy.js';
import { experimentListHandlers } from './experiments.js';
import { settingsHandlers } from './settings.js';
import { runsHandlers } from './runs.js';
import { shellHandlers } from './shell.js';
import { systemHandlers } from './system.js';

/** The handlers of every method that needs no board's session. */
export function centralServices(context: BackendContext): Handlers<CentralPart<DesktopApi>> {
  return {
    ...systemHandlers(context),
    ...shellHandlers(context),
    ...settingsHandlers(context),
    ...boardListHandlers(context),
    ...boardCareHandlers(context),
    ...experimentListHandlers(context),
    ...energyHandlers(context),
    ...entropyHandlers(context),
    ...runsHandlers(context),
  };
}
