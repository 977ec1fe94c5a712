import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Generate',
};

const de: typeof en = {
  title: 'Erzeugen',
};

/** Both, for the check of completeness. */
export const generateMessages = { en, de };
/** Texts of the page. */
export const generateTexts = catalogues(generateMessages);
