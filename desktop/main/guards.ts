/** What no page of ours may do: open windows, go elsewhere, hold other pages. */
import { app, type WebContents } from 'electron';
import { isPageAddress } from './page-address.js';

/** What is done with an address that the page wants to open elsewhere. */
export type OpenLink = (address: string) => void;

/** Guards everything that shows web contents, from its creation on. */
export function guardAllContents(openLink: OpenLink): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink));
}

/** Guards one. */
export function guardContents(contents: WebContents, openLink: OpenLink): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  });
}
