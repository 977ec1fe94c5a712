import type { Check } from '../../../../lab/doctor/index.js';
import { useCall } from '../../app/hooks.js';
import { Badge, Button, Dialog, ErrorBox, type Tone } from '../../ui/index.js';
import { doctorOpen } from './dialogs.js';
import { boardsTexts } from './messages.js';

function toneOf({ ok, blocks }: Check): Tone {
  return ok ? 'ok' : blocks ? 'danger' : 'warn';
}

/** What keeps boards and program from working here, each finding with its remedy; what blocks comes first. */
export function Doctor() {
  const t = boardsTexts().doctor;
  const checks = useCall('boards.doctor', {});
  const found = checks.value.value;
  const blocked = found?.filter(({ blocks }) => blocks).length ?? 0;
  const rank = ({ ok, blocks }: Check): number => (blocks ? 0 : ok ? 2 : 1);
  const problem = checks.problem.value;
  return (
    <Dialog
      title={t.title}
      wide
      onClose={() => (doctorOpen.value = false)}
      actions={
        <Button busy={checks.pending.value} onClick={checks.reload}>
          {t.again}
        </Button>
      }
    >
      {problem !== undefined && <ErrorBox problem={problem} />}
      {found === undefined ? (
        <p role="status">{problem === undefined ? t.looking : ''}</p>
      ) : (
        <>
          <p role="status">{blocked === 0 ? t.fine : t.blocked(blocked)}</p>
          <ul class="boards-checks" aria-label={t.title}>
            {found
              .toSorted((a, b) => rank(a) - rank(b))
              .map((check) => (
                <li key={check.id}>
                  <Badge tone={toneOf(check)}>{check.ok ? t.ok : check.blocks ? t.fail : t.note}</Badge>
                  <div>
                    <code>{check.id}</code> <span>{check.detail}</span>
                    {check.remedy !== null && <p class="boards-remedy">{`→ ${check.remedy}`}</p>}
                  </div>
                </li>
              ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
