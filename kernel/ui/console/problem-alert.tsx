import { Alert } from 'antd';
import type { Problem } from '../../problem/problem.ts';
import { useProblemText } from '../use-text.ts';

/** Why it did not work, in place, in plain words. Nothing when there is no problem. */
export function ProblemAlert(props: { problems: readonly Problem[]; onClose?: () => void }) {
  const say = useProblemText();
  if (props.problems.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        props.problems.length === 1 ? (
          props.problems.map((problem) => say(problem))
        ) : (
          <ul className="problem-list">
            {props.problems.map((problem) => (
              <li key={problem.code + JSON.stringify(problem.details)}>{say(problem)}</li>
            ))}
          </ul>
        )
      }
      {...(props.onClose === undefined ? {} : { closable: { onClose: props.onClose } })}
    />
  );
}
