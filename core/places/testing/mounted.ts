import type { DwellingOccupancy } from '../contract/readers.ts';
import { placesModule, placesReader, placesWriter } from '../module.ts';

/** Places mounted for other modules' tests, with the door that the composition root would hand over. */
export const mountedPlaces = (occupancy: DwellingOccupancy) => placesModule(occupancy);
export const placesDoor = { reader: placesReader, writer: placesWriter };
