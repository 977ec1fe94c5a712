import { effect, signal } from '@preact/signals';
import closeIcon from 'lucide-static/icons/x.svg?raw';
import { useEffect, useRef } from 'preact/hooks';
import { Button, IconButton } from '../ui/button.js';
import { appTexts } from './messages.js';
import { preference } from './preferences.js';
import { showError } from './problems.js';
import { href, navigate } from './router.js';
import { changeSettings, settings } from './settings.js';

/** Page of each step; the first stays where one is. */
const PAGES = [undefined, 'boards', 'characterise', 'entropy', 'generate', 'runs'] as const;

const step = signal<number | undefined>(undefined);
const seen = preference<'' | 'seen'>('tour', '', ['', 'seen']);

/** Begins the tour, or begins it again. */
export function startTour(): void {
  step.value = 0;
}

function leave(): void {
  step.value = undefined;
  seen.value = 'seen';
  if (settings.peek()?.tourSeen === false) changeSettings({ tourSeen: true }).catch(showError);
}

/** The tour comes by itself the first time, once it is known that it is the first. */
effect(() => {
  if (settings.value?.tourSeen === false && seen.peek() === '' && step.peek() === undefined) step.value = 0;
});

/** The tour for newcomers: a card in the corner, which leaves the page to be used meanwhile. */
export function Tour() {
  return step.value === undefined ? null : <TourCard at={step.value} />;
}

function TourCard({ at }: { readonly at: number }) {
  const t = appTexts().tour;
  const heading = useRef<HTMLHeadingElement>(null);
  const page = PAGES[at];
  const last = at === PAGES.length - 1;
  const text = t.steps[at]!;
  useEffect(() => {
    if (page !== undefined) navigate(page);
    const link = page === undefined ? null : document.querySelector(`nav a[href="${href(page)}"]`);
    link?.classList.add('tour-target');
    // After the page has taken the focus for its own heading.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => {
      cancelAnimationFrame(frame);
      link?.classList.remove('tour-target');
    };
  }, [at]);
  return (
    <section
      class="tour"
      aria-label={t.name}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <div class="tour-head">
        <h2 ref={heading} tabIndex={-1}>
          {text.title}
        </h2>
        <IconButton label={t.leave} icon={closeIcon} onClick={leave} />
      </div>
      <p>{text.text}</p>
      <div class="row">
        <span class="muted grow">{t.step(at + 1, PAGES.length)}</span>
        {at > 0 && <Button onClick={() => (step.value = at - 1)}>{t.back}</Button>}
        <Button kind="primary" onClick={() => (last ? leave() : (step.value = at + 1))}>
          {last ? t.done : t.next}
        </Button>
      </div>
    </section>
  );
}
