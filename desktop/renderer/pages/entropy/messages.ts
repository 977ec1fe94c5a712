import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Entropy',
};

const de: typeof en = {
  title: 'Entropie',
};

/** Both, for the check of completeness. */
export const entropyMessages = { en, de };
/** Texts of the page. */
export const entropyTexts = catalogues(entropyMessages);
