// Starts `tonelint lsp` and lets it speak; everything else is the server's work.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "html", "plaintext", "mjml", "eml", "handlebars", "liquid", "jinja", "jinja-html"];

let client;

function settings() {
  return JSON.parse(JSON.stringify(workspace.getConfiguration("tonelint")));
}

async function activate(context) {
  const [command, ...args] = workspace.getConfiguration("tonelint").get("command");
  client = new LanguageClient(
    "tonelint",
    "tonelint",
    { command, args },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: settings(),
    },
  );
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tonelint")) {
        client.sendNotification("workspace/didChangeConfiguration", { settings: { tonelint: settings() } });
      }
    }),
  );
  await client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
