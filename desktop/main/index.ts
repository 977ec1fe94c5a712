/** Entry of Electron's main process. Nothing here or in what it imports awaits at top level: the page's scheme is announced before Electron is ready. */
import { app } from 'electron';
import { Application } from './application.js';
import { announcePageScheme } from './page-protocol.js';
import { usualPlaces } from './places.js';

announcePageScheme();
void Application.start({
  places: usualPlaces(),
  // Electron that is given the program as an argument has one more in front.
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  cwd: process.cwd(),
});
