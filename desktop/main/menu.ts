/** The menus. What they ask of the page is a command of the page's palette too, with the same keys. */
import type { MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../rpc/api/shell.js';
import type { Texts } from './messages.js';

export interface MenuActions {
  /** Passes a command to the page of the window in front. */
  readonly send: (command: ShellCommand) => void;
  readonly newWindow: () => void;
  /** Asks for a file or a folder and opens it. */
  readonly open: (what: 'file' | 'folder') => void;
  readonly quit: () => void;
}

/** The whole menu bar. @param platform as `process.platform` */
export function menuTemplate(
  texts: Texts,
  actions: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const command = (label: string, name: ShellCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label,
    click: () => actions.send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  // The page handles these keys itself, and knows when a field wants them; the menu only shows them. On macOS menus take keys in any case.
  const shown = (label: string, name: ShellCommand, accelerator: string): MenuItemConstructorOptions => ({
    ...command(label, name, accelerator),
    registerAccelerator: mac,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = command(texts.settings, 'go.settings', 'CmdOrCtrl+,');
  const quit: MenuItemConstructorOptions = {
    id: 'quit',
    label: texts.quit,
    accelerator: 'CmdOrCtrl+Q',
    click: actions.quit,
  };

  const app: MenuItemConstructorOptions = {
    label: 'Spindrift',
    submenu: [
      { role: 'about', label: texts.about },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      separator,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: texts.file,
    submenu: [
      { id: 'new-window', label: texts.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      { id: 'open-file', label: texts.open, accelerator: 'CmdOrCtrl+O', click: () => actions.open('file') },
      { id: 'open-folder', label: texts.openFolder, click: () => actions.open('folder') },
      separator,
      command(texts.exportRun, 'runs.export', 'CmdOrCtrl+E'),
      separator,
      { role: 'close', label: texts.closeWindow },
      ...(mac ? [] : [separator, settings, separator, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [
      command(texts.boards, 'go.boards', 'CmdOrCtrl+1'),
      command(texts.live, 'go.live', 'CmdOrCtrl+2'),
      command(texts.characterise, 'go.characterise', 'CmdOrCtrl+3'),
      command(texts.entropy, 'go.entropy', 'CmdOrCtrl+4'),
      command(texts.generate, 'go.generate', 'CmdOrCtrl+5'),
      command(texts.energy, 'go.energy', 'CmdOrCtrl+6'),
      command(texts.runs, 'go.runs', 'CmdOrCtrl+7'),
      command(texts.console, 'go.console', 'CmdOrCtrl+8'),
      separator,
      shown(texts.commandPalette, 'app.palette', 'CmdOrCtrl+K'),
      shown(texts.theme, 'app.theme', 'CmdOrCtrl+Shift+L'),
      separator,
      { role: 'reload', label: texts.reload },
      { role: 'resetZoom', label: texts.zoomReset },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'togglefullscreen', label: texts.fullScreen },
      separator,
      { role: 'toggleDevTools', label: texts.developerTools },
    ],
  };
  const run: MenuItemConstructorOptions = {
    label: texts.run,
    submenu: [
      command(texts.startRun, 'run.start'),
      command(texts.stopRun, 'run.stop'),
      separator,
      command(texts.makeSafe, 'boards.makeSafe'),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: texts.help,
    submenu: [
      command(texts.shortcuts, 'app.shortcuts'),
      command(texts.tour, 'app.tour'),
      command(texts.diagnostics, 'app.diagnostics'),
      ...(mac ? [] : [separator, { role: 'about', label: texts.about } as const]),
    ],
  };
  const windows: MenuItemConstructorOptions = { role: 'windowMenu', label: texts.window };
  return [...(mac ? [app] : []), file, edit, view, run, ...(mac ? [windows] : []), help];
}
