import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Energy',
};

const de: typeof en = {
  title: 'Energie',
};

/** Both, for the check of completeness. */
export const energyMessages = { en, de };
/** Texts of the page. */
export const energyTexts = catalogues(energyMessages);
