/** `app://spindrift/`: the files of the page, and nothing else. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type CustomScheme, type Session } from 'electron';
import { fileInside, isPageAddress, PAGE_SCHEME, pageFile } from './page-address.js';

/** What the page may load and from where: its own files. WebAssembly compiles; styles, images and workers come from files or are made by the page. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** On every answer, errors too: a worker without the embedder policy does not start. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

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
  return new Response(body, { status: 200, headers: { ...PAGE_HEADERS, 'Content-Type': type } });
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
