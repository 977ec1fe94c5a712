import { effect } from '@preact/signals';
import { render } from 'preact';
import { systemClock } from '../../base/index.js';
import { registerAppCommands } from './app/app-commands.js';
import { connection, connectionState } from './app/backend.js';
import { startBoards } from './app/boards.js';
import { startShortcuts } from './app/commands.js';
import { listenForPorts } from './app/dial.js';
import { startLocale } from './app/i18n.js';
import { showError } from './app/problems.js';
import { startRouter } from './app/router.js';
import { startRuns } from './app/runs-at-work.js';
import { Shell } from './app/shell.js';
import { startTheme } from './app/theme.js';
import { takeToken } from './app/token.js';
import { pages } from './pages/index.js';
import './app/tokens.css';
import './app/base.css';
import './app/shell.css';
import './ui/ui.css';

listenForPorts();
takeToken();
startTheme();
startLocale();
startRouter('boards');
registerAppCommands(pages);
startShortcuts(systemClock, showError);
effect(() => {
  document.documentElement.dataset['connection'] = connectionState.value.state;
});
connection.start();
startBoards();
startRuns();

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the application.');
render(<Shell pages={pages} />, root);
