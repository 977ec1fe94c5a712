import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Characterise',
};

const de: typeof en = {
  title: 'Charakterisieren',
};

/** Both, for the check of completeness. */
export const characteriseMessages = { en, de };
/** Texts of the page. */
export const characteriseTexts = catalogues(characteriseMessages);
