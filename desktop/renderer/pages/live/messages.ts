import { catalogues } from '../../app/i18n.js';

const en = {
  title: 'Live',
};

const de: typeof en = {
  title: 'Live',
};

/** Both, for the check of completeness. */
export const liveMessages = { en, de };
/** Texts of the page. */
export const liveTexts = catalogues(liveMessages);
