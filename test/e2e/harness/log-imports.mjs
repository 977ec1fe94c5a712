// Preloaded into a command, tells at its end which modules it has loaded: what makes a command start slowly is what it loads.
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    import { writeSync } from 'node:fs';
    export async function load(url, context, next) {
      writeSync(2, 'loads ' + url + '\\n');
      return next(url, context);
    }
  `)}`,
);
