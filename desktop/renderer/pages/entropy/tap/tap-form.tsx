import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { Checkbox, NumberField, Panel, QuantityField, Select } from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { changePlan, tapPlan, type TapPlan } from './tap-plan.js';

/** What the next tap shall be. @param props.stored assessments of min-entropy that a tap may rely on */
export function TapForm(props: { readonly stored: readonly AssessmentEntry[]; readonly simulated: boolean }) {
  const t = entropyTexts();
  const plan = tapPlan.value;
  const credits = plan.mode === 'conditioned' || plan.mode === 'drbg';
  const sources = [
    ...(plan.mode === 'raw' ? [{ value: 'claim', label: t.assessmentClaim }] : []),
    { value: 'self', label: t.assessmentSelf },
    ...props.stored.map(({ id, summary }) => ({
      value: id,
      label: `${id}: ${summary?.minEntropy?.toFixed(3) ?? '–'}`,
    })),
  ];
  return (
    <Panel title={t.options}>
      <div class="form-grid">
        <Select
          label={t.mode}
          value={plan.mode}
          options={(['raw', 'debiased', 'conditioned', 'drbg'] as const).map((mode) => ({
            value: mode,
            label: t.modes[mode],
          }))}
          onChange={(mode) => changePlan({ mode })}
        />
        <Select
          label={t.assessment}
          value={plan.assessment}
          options={sources}
          onChange={(assessment) => changePlan({ assessment })}
        />
        {plan.assessment === 'self' && (
          <NumberField
            label={t.selfBits}
            value={plan.selfBits}
            min={100_000}
            max={1e8}
            integer
            onChange={(selfBits) => changePlan({ selfBits: selfBits ?? 1_000_000 })}
          />
        )}
        <NumberField
          label={plan.assessment === 'claim' ? t.claim : t.claimLower}
          value={plan.claim}
          min={0.05}
          max={1}
          optional={plan.assessment !== 'claim'}
          onChange={(claim) => changePlan({ claim })}
        />
        <Select<TapPlan['tests']>
          label={t.tests}
          value={plan.tests}
          options={[
            { value: 'all', label: t.testsAll },
            { value: 'approved', label: t.testsApproved },
          ]}
          onChange={(tests) => changePlan({ tests })}
        />
        <QuantityField
          label={t.rate}
          unit="bit/s"
          value={plan.rate}
          min={0}
          max={1e9}
          hint={t.rateHint}
          onChange={(rate) => changePlan({ rate: rate ?? 0 })}
        />
      </div>
      <div class="row entropy-checks">
        <Checkbox
          label={t.controller}
          checked={plan.controller}
          onChange={(controller) => changePlan({ controller })}
        />
        {props.simulated && credits && (
          <Checkbox
            label={t.allowSimulated}
            checked={plan.allowSimulated}
            onChange={(allowSimulated) => changePlan({ allowSimulated })}
          />
        )}
      </div>
    </Panel>
  );
}
