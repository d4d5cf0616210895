// The generated code, beside the operations of Theano's graph that it came from.

export function show(table, code) {
  const body = table.tBodies[0];
  body.replaceChildren();
  let row = addRow(body, "");
  for (const line of code.split("\n")) {
    const operation = line.match(/^ *\/\/ (.*)/);
    if (operation) row = addRow(body, operation[1]);
    else row.code.textContent += `${line.replace(/^ {2}/, "")}\n`;
  }
}

function addRow(body, operation) {
  const row = body.insertRow();
  const name = document.createElement("code");
  name.textContent = operation;
  row.insertCell().append(name);
  const code = document.createElement("code");
  const block = document.createElement("pre");
  block.append(code);
  row.insertCell().append(block);
  return { code };
}
