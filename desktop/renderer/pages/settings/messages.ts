import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Settings',
};

const de: typeof en = {
  title: 'Einstellungen',
};

/** Both, for the check of completeness. */
export const settingsMessages = { en, de };
/** Texts of the page. */
export const settingsTexts = catalogues(settingsMessages);
