import { Component, type ComponentChildren } from 'preact';
import { Button } from '../ui/button.js';
import { ErrorBox } from '../ui/error-box.js';
import { Page } from '../ui/layout.js';
import { appTexts } from './messages.js';
import { problemOf } from './problems.js';

interface Props {
  /** Where the page is: somewhere else it is tried again. */
  readonly place: string;
  readonly children: ComponentChildren;
}

interface State {
  readonly failure: { readonly error: unknown; readonly place: string } | null;
}

/** Keeps what a page cannot show (data of a run that nobody foresaw) from taking the whole application with it: boards must stay within reach. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  override componentDidCatch(error: unknown): void {
    this.setState({ failure: { error, place: this.props.place } });
  }

  override render() {
    const { failure } = this.state;
    if (failure?.place !== this.props.place) return this.props.children;
    const t = appTexts();
    return (
      <Page title={t.notShown}>
        <ErrorBox
          problem={{ ...problemOf(failure.error), nextStep: t.notShownStep }}
          actions={<Button onClick={() => this.setState({ failure: null })}>{t.showAgain}</Button>}
        />
      </Page>
    );
  }
}
