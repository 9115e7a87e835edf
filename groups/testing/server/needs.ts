import type { TestingBodies } from '../contract/commands.ts';
import type { TestingCommand } from '../domain/command.ts';
import { expectedId } from '../domain/expected-id.ts';

/** What a batch of commands has to know, gathered before anything is read. */
export class Needs {
  readonly rounds = new Set<string>();
  readonly sites = new Set<string>();
  readonly lanes = new Set<string>();
  /** Rounds to be opened, with the time they open at: their people are needed. */
  readonly scopeOf = new Map<string, number>();
  /** Rounds whose scope is made or changed. */
  readonly scopeLists = new Set<string>();
  readonly devicesOf = new Set<string>();
  readonly usedLanesOf = new Set<string>();
  readonly samples = new Set<string>();
  /** Samples that will be voided, moved or named anew: their tubes and check-ins are needed too. */
  readonly touchedSamples = new Set<string>();
  readonly checkIns = new Set<string>();
  readonly tubes = new Set<string>();
  /** Tubes whose samples are needed one by one. */
  readonly tubesWithSamples = new Set<string>();
  readonly codes = new Set<string>();
  readonly boxes = new Set<string>();
  readonly boxCodes = new Set<string>();
  readonly packings = new Set<string>();
  readonly resultIds = new Set<string>();
  readonly resultCodes = new Set<string>();
  readonly unknownCodes = new Set<string>();
  /** People's places on a round's list; their earlier samples are found by them too. */
  readonly expected = new Set<string>();
  readonly refusals = new Set<string>();
  /** People whose swabs arrive: whoever was missed is not any more. */
  readonly scanned = new Set<string>();
  readonly calls = new Set<string>();
  /** Samples of whose carer something is said. */
  readonly accompanied = new Set<string>();
  readonly spoilages = new Set<string>();
  readonly corrections = new Set<string>();
  readonly people = new Set<string>();
  readonly discrepancies = new Set<string>();
  /** Rounds whose whole call-up is needed, and → when its people are asked for, epoch ms. */
  readonly callUpsOf = new Set<string>();
  readonly callUpPeopleOf = new Map<string, number>();
  readonly slots = new Set<string>();
  readonly doors = new Set<string>();
  settings = false;

  static of(commands: readonly TestingCommand[]): Needs {
    const needs = new Needs();
    for (const command of commands) needs.add(command);
    return needs;
  }

  private add(command: TestingCommand): void {
    this.rounds.add(command.body.roundId);
    switch (command.kind) {
      case 'testing.sample': {
        const { sampleId, checkInId, tubeId, tubeCode, residentId, codeText, roundId } = command.body;
        this.samples.add(sampleId);
        this.checkIns.add(checkInId);
        if (residentId !== null) this.scanned.add(residentId);
        this.tubes.add(tubeId);
        this.codes.add(tubeCode);
        if (codeText !== null) this.unknownCodes.add(codeText);
        if (residentId !== null) this.expected.add(expectedId(roundId, residentId));
        return;
      }
      case 'testing.record-refusal':
        this.refusals.add(command.body.refusalId);
        this.expected.add(expectedId(command.body.roundId, command.body.residentId));
        return;
      case 'testing.record-carer':
        this.samples.add(command.body.sampleId);
        this.accompanied.add(command.body.sampleId);
        return;
      case 'testing.spoil': {
        const { spoilageId, sampleId, tubeId } = command.body;
        this.spoilages.add(spoilageId);
        if (sampleId !== null) this.touchedSamples.add(sampleId);
        else this.tubesWithSamples.add(tubeId);
        this.tubes.add(tubeId);
        return;
      }
      case 'testing.correct-tube':
      case 'testing.correct-tube-later':
        this.addCorrection(command.body);
        return;
      case 'testing.close-tube':
        this.tubes.add(command.body.tubeId);
        return;
      case 'testing.undo-sample':
      case 'testing.void-sample':
        this.settings ||= command.kind === 'testing.undo-sample';
        this.touchedSamples.add(command.body.sampleId);
        return;
      case 'testing.pack-tubes':
        this.boxes.add(command.body.boxId);
        this.boxCodes.add(command.body.boxCode);
        for (const { packingId, code } of command.body.tubes) {
          this.packings.add(packingId);
          this.codes.add(code);
        }
        return;
      case 'testing.undo-supply':
        this.settings = true;
        return;
      case 'testing.unpack-tube':
        this.packings.add(command.body.packingId);
        return;
      case 'testing.seal-box':
        this.boxes.add(command.body.boxId);
        this.boxCodes.add(command.body.boxCode);
        this.settings ||= command.body.temperature !== undefined;
        return;
      case 'testing.settle-gap':
        this.addGap(command.body);
        return;
      case 'testing.create-round':
      case 'testing.change-round':
        for (const site of command.body.sites ?? []) {
          this.sites.add(site.siteId);
          for (const lane of site.lanes) this.lanes.add(lane.laneId);
        }
        this.usedLanesOf.add(command.body.roundId);
        if (command.body.scope) this.scopeLists.add(command.body.roundId);
        return;
      case 'testing.follow-up':
        this.rounds.add(command.body.ofRoundId);
        this.scopeLists.add(command.body.roundId);
        for (const site of command.body.plan?.sites ?? []) {
          this.sites.add(site.siteId);
          for (const lane of site.lanes) this.lanes.add(lane.laneId);
        }
        if (command.body.plan === null) for (const id of command.body.residentIds) this.people.add(id);
        this.usedLanesOf.add(command.body.roundId);
        return;
      case 'testing.open-round':
        this.scopeOf.set(command.body.roundId, command.at);
        return;
      case 'testing.set-expectation':
        for (const id of command.body.residentIds) this.people.add(id);
        return;
      case 'testing.close-round':
        this.devicesOf.add(command.body.roundId);
        this.settings = true;
        return;
      case 'testing.call-again':
        this.calls.add(command.body.callId);
        return;
      case 'testing.record-results':
        for (const { resultId, tubeCode } of command.body.results) {
          this.resultIds.add(resultId);
          this.resultCodes.add(tubeCode);
        }
        return;
      case 'testing.plan-call-up':
      case 'testing.cancel-slot':
      case 'testing.place-households':
        this.settings = true;
        this.callUpPeopleOf.set(command.body.roundId, command.at);
        this.callUpsOf.add(command.body.roundId);
        return;
      case 'testing.order-slots':
      case 'testing.time-slot':
        this.callUpsOf.add(command.body.roundId);
        return;
      case 'testing.call-slot':
      case 'testing.skip-slot':
        this.slots.add(command.body.slotId);
        return;
      case 'testing.visit-door':
        this.doors.add(command.body.stopId);
        return;
      case 'testing.look-records':
      case 'testing.look-contacts':
      case 'testing.print-contacts':
        return;
      case 'testing.settle':
        this.discrepancies.add(command.body.discrepancyId);
        if (command.body.code) this.codes.add(command.body.code);
        if (command.body.residentId) {
          this.people.add(command.body.residentId);
          this.expected.add(expectedId(command.body.roundId, command.body.residentId));
        }
        return;
    }
  }

  private addCorrection(body: TestingBodies['testing.correct-tube']): void {
    this.settings = true;
    this.corrections.add(body.correctionId);
    this.tubes.add(body.tubeId);
    if (body.what === 'move') {
      for (const id of body.sampleIds) this.touchedSamples.add(id);
      this.codes.add(body.tubeCode);
    } else {
      this.tubes.add(body.otherTubeId);
      this.tubesWithSamples.add(body.tubeId);
      this.tubesWithSamples.add(body.otherTubeId);
    }
  }

  private addGap(body: Extract<TestingCommand, { kind: 'testing.settle-gap' }>['body']): void {
    switch (body.way) {
      case 'accept':
        return;
      case 'pack-into':
        this.tubes.add(body.tubeId);
        this.packings.add(body.packingId);
        this.boxes.add(body.boxId);
        this.boxCodes.add(body.boxCode);
        return;
      case 'void-tube':
        this.tubes.add(body.tubeId);
        this.tubesWithSamples.add(body.tubeId);
        return;
      case 'void-check-in':
        this.touchedSamples.add(body.sampleId);
        return;
      case 'void-packing':
        this.packings.add(body.packingId);
        return;
    }
  }

  /** What settling them may touch. */
  addSubjects(subjects: Readonly<Record<string, string>>): void {
    const { sampleId, otherSampleId, tubeId, otherTubeId, packingId, otherPackingId, residentId } = subjects;
    for (const id of [sampleId, otherSampleId]) if (id) this.touchedSamples.add(id);
    for (const id of [tubeId, otherTubeId]) {
      if (!id) continue;
      this.tubes.add(id);
      this.tubesWithSamples.add(id);
    }
    for (const id of [packingId, otherPackingId]) if (id) this.packings.add(id);
    if (residentId) this.people.add(residentId);
  }
}
