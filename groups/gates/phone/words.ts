import '../messages/problems.ts';
import '../messages/visit-problems.ts';
import '#core/codes/messages/index.ts';
import '#groups/passes/messages/gate.ts';

// What an outbox says of commands at a gate: codes and passes that were read there are judged in their modules' words.
