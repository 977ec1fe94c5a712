/** What the window around the page has to say: commands of its menus, files that were opened with the application. */
import type { ShellNews } from '../../rpc/api/index.js';
import { backend } from './backend.js';
import { commands, isEnabled, runCommand } from './commands.js';
import { inDesktopShell } from './dial.js';
import { followStream } from './follow.js';
import { shellTexts } from './shell-messages.js';
import { showError } from './problems.js';
import { navigate } from './router.js';
import { toast } from './toasts.js';

/** Follows the window's news from now on; in a browser there are none. */
export function startShellNews(): void {
  const window = Number(new URLSearchParams(location.search).get('window'));
  if (!inDesktopShell() || !Number.isInteger(window) || window < 1) return;
  void followStream(
    backend,
    'system.shell',
    { window },
    new AbortController().signal,
    {},
    { item: hear, fail: showError },
  );
}

function hear(news: ShellNews): void {
  switch (news.type) {
    case 'command':
      perform(news.command);
      break;
    case 'opened': {
      const [first] = news.runs;
      if (first !== undefined) navigate('runs', news.runs.length === 1 ? [first] : []);
      for (const { file, message } of news.failed) toast('warn', shellTexts().notOpened(file, message));
      break;
    }
    case 'notice':
      toast('warn', shellTexts().crashed);
      break;
  }
}

function perform(id: string): void {
  const command = commands.peek().find((one) => one.id === id);
  if (command !== undefined && isEnabled(command)) runCommand(command, showError);
  else toast('warn', shellTexts().notHere);
}
