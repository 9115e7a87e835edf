import { COMMAND_POST } from '#core/accounts/contract.ts';
import { useSession } from '#kernel/ui/session.ts';
import Warnings from './warnings.tsx';
import './privacy.css';

/** On the first page, for the command post, until notice and keys are in order. Practice needs neither. */
export default function HomeCard() {
  const session = useSession();
  const leads = session?.grants.some(({ grant }) => COMMAND_POST.includes(grant)) ?? false;
  return leads && !session?.practisesFor ? <Warnings /> : null;
}
