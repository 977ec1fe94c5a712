/** Links that lead out of the application: few hosts, encrypted, and shown before they are opened. */
import { dialog, shell } from 'electron';
import type { Texts } from './messages.js';

/** Hosts that the documentation and the pages cite. */
export const LINK_HOSTS: readonly string[] = [
  'arxiv.org',
  'doi.org',
  'www.nature.com',
  'csrc.nist.gov',
  'nvlpubs.nist.gov',
];

/** The address to open, written out as a browser would; undefined when it may not be opened. */
export function allowedLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && LINK_HOSTS.includes(url.hostname) ? url.href : undefined;
}

/** Shows a link and opens it in the person's own browser when they agree. @returns whether it was opened */
export async function openLink(address: string, texts: Texts): Promise<boolean> {
  const href = allowedLink(address);
  if (href === undefined) return false;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: texts.openLinkTitle,
    detail: href,
    buttons: [texts.openLinkOpen, texts.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(href);
  return true;
}
