// Says the bundle in Specmatic's way: it takes a parameter's value from the example that is named as the call's is, and
// it cannot sign. Arguments: the bundle as JSON, the file to write.
import fs from 'node:fs';

const [bundle, target] = process.argv.slice(2);
const contract = JSON.parse(fs.readFileSync(bundle, 'utf8'));
const unescaped = (key) => key.replaceAll('~1', '/').replaceAll('~0', '~');

function resolved(node) {
  while (node?.$ref) {
    node = node.$ref.slice(2).split('/').reduce((inner, key) => inner[unescaped(key)], contract);
  }
  return node;
}

const examples = (body) => Object.keys(body?.content?.['application/json']?.examples ?? {});

for (const item of Object.values(contract.paths)) {
  for (const operation of Object.values(item).filter((each) => each.operationId)) {
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    const names = new Set([operation.requestBody, ...answers.map(([, answer]) => resolved(answer))].flatMap(examples));
    operation.parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      .map(resolved)
      .map(({ example, ...parameter }) => ({
        ...parameter,
        examples: Object.fromEntries([...names].map((name) => [name, { value: example }])),
      }));
  }
  delete item.parameters;
}
contract.security = contract.security.filter((alternative) => alternative.Token);
fs.writeFileSync(target, JSON.stringify(contract));
