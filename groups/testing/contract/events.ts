import type { DomainEvent } from '#kernel/command/command.ts';
import type { CallUpEvent } from './call-up-events.ts';
import type { SitePlan } from './commands.ts';
import type { HandoverEvent } from './handover-events.ts';
import type { LookEvent } from './look-events.ts';
import type { MissedEvent } from './missed-events.ts';
import type { PlanEvent } from './plan-events.ts';
import type { ReconcileEvent } from './reconcile-events.ts';
import type {
  CloseReason,
  Excuse,
  ExpectedStatus,
  LabOutcome,
  Method,
  RoundMode,
  Scope,
  TubeSeries,
} from './rows.ts';
import type { SamplingEvent } from './sampling-events.ts';
import type { SetUpEvent } from './set-up-events.ts';
import type { SupplyEvent } from './supply-events.ts';

interface InRound {
  readonly roundId: string;
}

/** Who, when and on which device stand in the event's stamp. */
export type TestingEvent =
  | SamplingEvent
  | CallUpEvent
  | MissedEvent
  | HandoverEvent
  | ReconcileEvent
  | SetUpEvent
  | LookEvent
  | DomainEvent<
      'testing.round-created',
      InRound & {
        readonly name: string;
        readonly mode: RoundMode;
        readonly poolRatio: number;
        readonly scope: Scope;
        readonly tubeSeries: TubeSeries;
        readonly sites: SitePlan;
      }
    >
  | DomainEvent<
      'testing.round-changed',
      InRound & {
        readonly name: string;
        readonly mode: RoundMode;
        readonly poolRatio: number;
        /** Null: whom the round is for stays as it is. */
        readonly scope: Scope | null;
        readonly tubeSeries: TubeSeries;
        /** Null: sites and lanes stay as they are. */
        readonly sites: SitePlan | null;
      }
    >
  | PlanEvent
  | SupplyEvent
  | DomainEvent<
      'testing.expectation-set',
      InRound & {
        readonly status: ExpectedStatus;
        readonly reason: Excuse | null;
        readonly people: readonly { readonly residentId: string; readonly buildingId: string }[];
      }
    >
  | DomainEvent<
      'testing.tube-opened',
      InRound & {
        readonly tubeId: string;
        readonly laneId: string;
        readonly code: string;
        readonly ratio: number;
        readonly onPaper: boolean;
        /** Epoch ms: the deed's own time, where the command came later. */
        readonly at: number;
      }
    >
  | DomainEvent<
      'testing.sampled',
      InRound & {
        readonly sampleId: string;
        readonly checkInId: string;
        readonly residentId: string | null;
        readonly codeText: string | null;
        readonly tubeId: string;
        readonly laneId: string;
        readonly method: Method;
        /** Epoch ms: the deed's own time, where the command came later. */
        readonly at: number;
      }
    >
  | DomainEvent<
      'testing.tube-closed',
      InRound & {
        readonly tubeId: string;
        readonly reason: CloseReason;
        readonly note: string;
        /** Epoch ms: the deed's own time, where the command came later. */
        readonly at: number;
      }
    >
  | DomainEvent<
      'testing.sample-voided',
      InRound & { readonly sampleId: string; readonly keepCheckIn: boolean }
    >
  | DomainEvent<
      'testing.result-recorded',
      InRound & {
        readonly resultId: string;
        readonly tubeCode: string;
        readonly outcome: LabOutcome;
        readonly note: string;
        readonly reportedAt: number | null;
        /** The earlier result that this one corrects. */
        readonly replaces: string | null;
      }
    >
  | DomainEvent<'testing.box-opened', InRound & { readonly boxId: string; readonly code: string }>
  | DomainEvent<
      'testing.tube-packed',
      InRound & { readonly packingId: string; readonly boxId: string; readonly code: string }
    >
  | DomainEvent<'testing.packing-voided', InRound & { readonly packingId: string }>
  | DomainEvent<
      'testing.box-sealed',
      InRound & {
        readonly boxId: string;
        readonly sealNumber: string | null;
        /** °C */
        readonly temperature: number | null;
      }
    >
  | DomainEvent<'testing.round-closed', InRound & { readonly acknowledgedDeviceIds: readonly string[] }>
  | DomainEvent<'testing.tubes-merged', InRound & { readonly tubeId: string; readonly mergedTubeId: string }>
  | DomainEvent<'testing.tube-renamed', InRound & { readonly tubeId: string; readonly code: string }>
  | DomainEvent<'testing.tube-voided', InRound & { readonly tubeId: string }>
  | DomainEvent<
      'testing.person-identified',
      InRound & { readonly sampleId: string; readonly residentId: string }
    >;

export type TestingEventType = TestingEvent['type'];
export type EventData<T extends TestingEventType> = Extract<TestingEvent, { type: T }>['data'];
