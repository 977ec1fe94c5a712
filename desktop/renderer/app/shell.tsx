import searchIcon from 'lucide-static/icons/search.svg?raw';
import keyboardIcon from 'lucide-static/icons/keyboard.svg?raw';
import moonIcon from 'lucide-static/icons/moon.svg?raw';
import sunIcon from 'lucide-static/icons/sun.svg?raw';
import { useEffect, useRef } from 'preact/hooks';
import type { PageDefinition } from '../page.js';
import { Badge, type Tone } from '../ui/badge.js';
import { Button, IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Empty, Page } from '../ui/layout.js';
import { connection, connectionState } from './backend.js';
import { BoardPicker } from './board-picker.js';
import { CheatSheet, openCheatSheet } from './cheat-sheet.js';
import { isMac, registerCommands } from './commands.js';
import { showShortcut } from './keys.js';
import { appTexts } from './messages.js';
import { ErrorDialog, Toasts } from './notices.js';
import { PageBoundary } from './page-boundary.js';
import { Palette, togglePalette } from './palette.js';
import { href, route } from './router.js';
import { toggleTheme } from './settings.js';
import { theme } from './theme.js';
import { Tour } from './tour.js';
import { WorksBar } from './works-bar.js';

function ConnectionBadge() {
  const t = appTexts();
  const { state } = connectionState.value;
  const tones: Record<typeof state, Tone> = {
    connected: 'ok',
    connecting: 'neutral',
    lost: 'danger',
    mismatch: 'danger',
  };
  const text = state === 'connected' ? t.connected : state === 'connecting' ? t.connecting : t.lost;
  return (
    <span class="connection" role="status">
      <Badge tone={tones[state]}>{text}</Badge>
    </span>
  );
}

function ConnectionBanner() {
  const t = appTexts();
  const connected = connectionState.value;
  if (connected.state === 'lost')
    return (
      <div class="connection-banner" role="alert">
        <span class="grow">{t.lostBanner}</span>
        <Button onClick={() => connection.retryNow()}>{t.retry}</Button>
      </div>
    );
  if (connected.state === 'mismatch')
    return (
      <div class="connection-banner" role="alert">
        <span class="grow">{t.mismatchBanner(connected.info.version)}</span>
        <Button onClick={() => location.reload()}>{t.reload}</Button>
      </div>
    );
  return null;
}

function Navigation({ pages }: { readonly pages: readonly PageDefinition[] }) {
  const t = appTexts();
  return (
    <nav aria-label={t.pages}>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <a
              href={href(page.id)}
              aria-current={route.value.page === page.id ? 'page' : undefined}
              title={showShortcut(`g ${page.key}`, isMac())}
            >
              <Icon svg={page.icon} />
              <span>{page.title()}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NotThere() {
  const t = appTexts();
  return (
    <Page title={t.notThere}>
      <Empty title={t.notThere} action={<a href={href('boards')}>{t.toStart}</a>} />
    </Page>
  );
}

/** The frame of the application around the page of the moment. */
export function Shell({ pages }: { readonly pages: readonly PageDefinition[] }) {
  const t = appTexts();
  const page = pages.find(({ id }) => id === route.value.page);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => registerCommands(page?.commands ?? []), [page?.id]);
  // A screen reader hears where it is; the first page does not take the focus from the address bar.
  useEffect(() => {
    if (!first.current) main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    first.current = false;
    main.current?.scrollTo(0, 0);
  }, [page?.id]);
  const Content = page?.component ?? NotThere;
  return (
    <>
      <div class="shell">
        <header>
          <a class="visually-hidden" href="#main" onClick={(event) => skipTo(event, main.current)}>
            {t.skip}
          </a>
          <a class="brand" href={href('boards')}>
            <img src="./favicon.svg" alt="" />
            Spindrift
          </a>
          <BoardPicker />
          <div class="row header-end">
            <Button kind="quiet" icon={searchIcon} onClick={togglePalette} hasPopup="dialog">
              {t.palette} <kbd>{showShortcut('mod+k', isMac())}</kbd>
            </Button>
            <IconButton label={t.shortcuts} icon={keyboardIcon} onClick={openCheatSheet} />
            <IconButton
              label={theme.value === 'dark' ? t.theme.toLight : t.theme.toDark}
              icon={theme.value === 'dark' ? sunIcon : moonIcon}
              onClick={toggleTheme}
            />
            <ConnectionBadge />
          </div>
        </header>
        <Navigation pages={pages} />
        <main id="main" ref={main} tabIndex={-1}>
          <ConnectionBanner />
          <PageBoundary place={[route.value.page, ...route.value.path].join('/')}>
            <Content key={page?.id} />
          </PageBoundary>
        </main>
        <footer>
          <WorksBar />
        </footer>
      </div>
      <Tour />
      <Toasts />
      <Palette />
      <CheatSheet />
      <ErrorDialog />
    </>
  );
}

function skipTo(event: Event, target: HTMLElement | null): void {
  // The address after # is the router's.
  event.preventDefault();
  target?.focus();
}
