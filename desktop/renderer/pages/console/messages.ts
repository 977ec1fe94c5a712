import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Console',
};

const de: typeof en = {
  title: 'Konsole',
};

/** Both, for the check of completeness. */
export const consoleMessages = { en, de };
/** Texts of the page. */
export const consoleTexts = catalogues(consoleMessages);
