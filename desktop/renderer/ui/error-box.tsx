import type { ComponentChildren } from 'preact';
import { problemText, type Problem } from '../app/problems.js';
import { CopyButton } from './copy-button.js';
import { kitTexts } from './messages.js';

/** A problem in its place: what happened, what to do, and the details to copy. */
export function ErrorBox(props: { readonly problem: Problem; readonly actions?: ComponentChildren }) {
  const { problem } = props;
  return (
    <div class="error-box" role="alert">
      <p class="error-message">{problem.message}</p>
      {problem.nextStep !== undefined && (
        <p>
          <strong>{kitTexts().nextStep}:</strong> {problem.nextStep}
        </p>
      )}
      <div class="row">
        {props.actions}
        <CopyButton text={() => problemText(problem)} label={kitTexts().copyDetails} />
        {problem.code !== undefined && <code class="muted">{problem.code}</code>}
      </div>
    </div>
  );
}
