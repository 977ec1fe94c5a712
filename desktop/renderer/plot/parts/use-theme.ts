import { useMemo } from 'preact/hooks';
import { theme } from '../../app/theme.js';
import { readTheme, type PlotTheme } from '../draw/theme.js';

/** Colours and fonts of drawings, anew when the theme changes. */
export function usePlotTheme(): PlotTheme {
  const now = theme.value;
  return useMemo(() => {
    // The document may not be marked yet when the signal tells.
    document.documentElement.dataset['theme'] = now;
    return readTheme();
  }, [now]);
}
