/** Sessions and web contents of the stand-in for Electron. */
import { EventEmitter } from 'node:events';
import { note } from './fake-calls.js';

export class FakeContents extends EventEmitter {
  url = '';
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly posted: { channel: string; message: unknown; ports: unknown[] }[] = [];
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  postMessage(channel: string, message: unknown, ports: unknown[] = []): void {
    this.posted.push({ channel, message, ports });
  }
  forcefullyCrashRenderer(): void {
    note('crash');
  }
}

type PermissionDone = (granted: boolean) => void;

export class FakeSession extends EventEmitter {
  requestHandler:
    ((contents: FakeContents, permission: string, done: PermissionDone, details: object) => void) | undefined;
  checkHandler:
    ((contents: FakeContents | null, permission: string, origin: string, details: object) => boolean) | undefined;
  deviceHandler: ((details: object) => boolean) | undefined;
  displayMediaHandler: ((request: object, done: (streams: unknown) => void) => void) | undefined;
  beforeRequest: ((details: { url: string }, done: (answer: { cancel: boolean }) => void) => void) | undefined;
  readonly served = new Map<string, (request: { url: string; method: string }) => Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, fn: (request: { url: string; method: string }) => Promise<Response>) =>
      this.served.set(scheme, fn),
  };
  readonly webRequest = {
    onBeforeRequest: (fn: NonNullable<FakeSession['beforeRequest']>) => void (this.beforeRequest = fn),
  };
  setPermissionRequestHandler(fn: NonNullable<FakeSession['requestHandler']>): void {
    this.requestHandler = fn;
  }
  setPermissionCheckHandler(fn: NonNullable<FakeSession['checkHandler']>): void {
    this.checkHandler = fn;
  }
  setDevicePermissionHandler(fn: NonNullable<FakeSession['deviceHandler']>): void {
    this.deviceHandler = fn;
  }
  setDisplayMediaRequestHandler(fn: NonNullable<FakeSession['displayMediaHandler']>): void {
    this.displayMediaHandler = fn;
  }
  setSpellCheckerEnabled = (on: boolean): void => note('spellChecker', on);
}
