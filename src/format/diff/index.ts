import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';

/** Every format that a comparison can be shown in. */
export const diffFormats = { pretty, json, markdown };
