// Runs one command line and prints the most memory that this process held, in KiB, as the last line of stderr.
import { main } from '../../dist/commands/main.js';

const io = { out: () => {}, err: (text) => void process.stderr.write(text), terminal: false };
const code = await main(process.argv.slice(2), io);
process.stderr.write(`\n${code} ${process.resourceUsage().maxRSS}`);
