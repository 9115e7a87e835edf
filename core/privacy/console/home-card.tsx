import { COMMAND_POST } from '#core/accounts/contract.ts';
import { useSession } from '#kernel/ui/session.ts';
import Warnings from './warnings.tsx';
import './privacy.css';

/** On the first page, for the command post, until notice and keys are in order. */
export default function HomeCard() {
  const session = useSession();
  return session?.grants.some(({ grant }) => COMMAND_POST.includes(grant)) ? <Warnings /> : null;
}
