import { type Command, type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { PeopleEvent } from '../contract/events.ts';
import { problems } from '../contract/rules.ts';
import type { RemoveMappingBody, SaveMappingBody } from './import/saved-mapping.ts';
import type { PeopleState } from './state.ts';

/** Keeps a way of reading registers under a name; the same name again replaces what it meant. */
export function saveMapping(
  state: PeopleState,
  { body }: Command<'people.save-import-mapping', SaveMappingBody>,
): Decision<PeopleEvent> {
  const standing = state.mappings.by('name', body.name)[0];
  const mappingId = standing?.id ?? body.mappingId;
  return { events: [{ type: 'people.import-mapping-saved', data: { ...body, mappingId } }] };
}

export function removeMapping(
  state: PeopleState,
  { body }: Command<'people.remove-import-mapping', RemoveMappingBody>,
): Decision<PeopleEvent> {
  const row = state.mappings.get(body.mappingId);
  if (!row) return refuse(problem(problems['import-mapping-unknown']));
  return { events: row.endedAt === null ? [{ type: 'people.import-mapping-removed', data: body }] : [] };
}
