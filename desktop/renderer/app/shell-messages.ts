import { catalogues } from './i18n.js';

const en = {
  notOpened: (file: string, why: string) => `${file} cannot be opened: ${why}`,
  crashed: 'The page had stopped working and was loaded again. Runs went on; nothing measured is lost.',
  diagnostics: 'Copy diagnostics',
  notHere: 'This cannot be done on this page.',
};

const de: typeof en = {
  notOpened: (file, why) => `${file} lässt sich nicht öffnen: ${why}`,
  crashed: 'Die Seite war ausgefallen und wurde neu geladen. Messungen liefen weiter; nichts Gemessenes ist verloren.',
  diagnostics: 'Diagnose kopieren',
  notHere: 'Auf dieser Seite geht das nicht.',
};

/** Both, for the check of completeness. */
export const shellMessages = { en, de };
/** Texts about the window around the page. */
export const shellTexts = catalogues(shellMessages);
