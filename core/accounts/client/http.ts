export { askJson, RefusedRequest } from '#kernel/ui/ask-json.ts';
