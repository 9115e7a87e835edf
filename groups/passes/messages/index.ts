/** Every text of passes that a server may need. */
import './gate.ts';
import './settings.ts';
