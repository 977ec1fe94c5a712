/** What the page may ask the browser for. What is not allowed here with a reason is refused. */
import type { Session, WebContents } from 'electron';
import { isPageAddress } from './page-address.js';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
/** Everything that a page can ask for. */
export type Permission = Parameters<RequestHandler>[1];

/** A decision and why it was made. */
export interface Decision {
  readonly allow: boolean;
  readonly reason: string;
}

const allow = (reason: string): Decision => ({ allow: true, reason });
const deny = (reason: string): Decision => ({ allow: false, reason });

const DEVICES = deny('Boards are driven by the backend alone.');
const SENSES = deny('Nothing here looks at, listens to or locates a person.');
const NETWORK = deny('The page talks to its backend through one port and to nothing else.');
const NEVER = deny('Nothing here uses it.');

/** The table. The compiler finds a permission that a new version of Electron brings and nobody has decided. */
export const PERMISSIONS: Readonly<Record<Permission, Decision>> = {
  'clipboard-sanitized-write': allow('“Copy” puts figures, tables and diagnostics on the clipboard.'),
  fullscreen: allow('A plot or a raster may fill the screen.'),
  'automatic-fullscreen': deny('Only a person asks for the whole screen.'),
  'clipboard-read': deny('Pasting into a field is the person’s own doing and needs no permission.'),
  'deprecated-sync-clipboard-read': deny('As `clipboard-read`.'),
  usb: DEVICES,
  serial: DEVICES,
  hid: DEVICES,
  midi: DEVICES,
  midiSysex: DEVICES,
  nfc: DEVICES,
  'smart-card': DEVICES,
  media: SENSES,
  mediaKeySystem: SENSES,
  geolocation: SENSES,
  'geolocation-approximate': SENSES,
  'hand-tracking': SENSES,
  sensors: SENSES,
  'idle-detection': SENSES,
  'display-capture': SENSES,
  'captured-surface-control': SENSES,
  vr: SENSES,
  ar: SENSES,
  'speaker-selection': SENSES,
  'local-network': NETWORK,
  'local-network-access': NETWORK,
  'loopback-network': NETWORK,
  'background-fetch': NETWORK,
  'background-sync': NETWORK,
  'periodic-background-sync': NETWORK,
  openExternal: deny('Links are opened by the main process, from a list, after showing them.'),
  fileSystem: deny('Files are read and written by the backend; an export is a download with a dialog.'),
  notifications: NEVER,
  keyboardLock: NEVER,
  pointerLock: NEVER,
  'local-fonts': NEVER,
  'payment-handler': NEVER,
  'persistent-storage': NEVER,
  'storage-access': NEVER,
  'top-level-storage-access': NEVER,
  'screen-wake-lock': deny('The main process keeps the computer awake while runs go on.'),
  'system-wake-lock': deny('The main process keeps the computer awake while runs go on.'),
  'web-app-installation': NEVER,
  'web-printing': NEVER,
  'window-management': NEVER,
  unknown: NEVER,
};

/** The decision on a permission, also of one that the table does not know. */
export function decide(permission: string, address: string): boolean {
  return (
    isPageAddress(address) && Object.hasOwn(PERMISSIONS, permission) && PERMISSIONS[permission as Permission].allow
  );
}

/** Puts the table in force. Devices are refused on every way that leads to them. */
export function installPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, done, details) =>
    done(details.isMainFrame && isPageAddress(contents.getURL()) && decide(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((contents: WebContents | null, permission, origin, details) =>
    contents === null ? false : details.isMainFrame && decide(permission, `${origin.replace(/\/$/, '')}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, done) => done(null));
  session.on('select-hid-device', (event, _details, done) => {
    event.preventDefault();
    done();
  });
  session.on('select-usb-device', (event, _details, done) => {
    event.preventDefault();
    done();
  });
  session.on('select-serial-port', (event, _ports, _contents, done) => {
    event.preventDefault();
    done('');
  });
}
