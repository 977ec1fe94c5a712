/** `app://spindrift/`: the files of the page, and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type CustomScheme, type Session } from 'electron';
import { cacheControl, CONTENT_TYPES, PAGE_HEADERS } from '../server/page-headers.js';
import { fileInside } from '../server/page-path.js';
import { isPageAddress, PAGE_SCHEME, pageFile } from './page-address.js';

const SCHEME: CustomScheme = {
  scheme: PAGE_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Announces the scheme. To be called before the application is ready, hence before anything is awaited. */
export function announcePageScheme(): void {
  protocol.registerSchemesAsPrivileged([SCHEME]);
}

/** Serves the page to a session. @param folder where its files lie */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, (request) => answer(request, folder));
}

/** The answer to one request. */
export async function answer(request: Pick<Request, 'method' | 'url'>, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Method Not Allowed');
  const file = pageFile(request.url);
  if (file === undefined) return refusal(403, 'Forbidden');
  const type = CONTENT_TYPES[extname(file)];
  const path = type === undefined ? undefined : await fileInside(folder, file);
  if (type === undefined || path === undefined) return refusal(404, 'Not Found');
  const body = request.method === 'HEAD' ? null : await readFile(path);
  return new Response(body, {
    status: 200,
    headers: { ...PAGE_HEADERS, 'Content-Type': type, 'Cache-Control': cacheControl(file) },
  });
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** Lets a session load the page's files, what the page makes itself and the developer tools: no file of the computer, no network. */
export function forbidOtherAddresses(session: Session): void {
  session.webRequest.onBeforeRequest((details, done) => done({ cancel: !mayLoad(details.url) }));
}

/** Whether a session may load an address. */
export function mayLoad(address: string): boolean {
  if (isPageAddress(address)) return true;
  if (address.startsWith('blob:')) return isPageAddress(address.slice('blob:'.length));
  return address.startsWith('data:') || address.startsWith('devtools://');
}
