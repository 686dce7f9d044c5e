// Letters from files: dropped anywhere on the page, or chosen. The server reads them, with the same readers as always.

import { check, Trouble } from "./api.js";
import { byId } from "./dom.js";

const KNOWN = ["eml", "html", "htm", "mjml", "docx", "md", "markdown", "txt"];
const FORMATS = { html: "html", htm: "html", mjml: "html", md: "markdown", markdown: "markdown" };

/** Listens for files; `open` is called with each one, the first of several. */
export function takeFiles(open) {
  const input = byId("file");
  byId("open").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files[0]) open(input.files[0]);
    input.value = "";
  });
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;
  const shade = (change) => { depth = Math.max(0, depth + change); byId("drop").hidden = depth === 0; };
  addEventListener("dragenter", (event) => { if (carriesFile(event)) shade(1); });
  addEventListener("dragleave", (event) => { if (carriesFile(event)) shade(-1); });
  addEventListener("dragover", (event) => { if (carriesFile(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    depth = 0;
    byId("drop").hidden = true;
    if (event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
  });
}

/** What a file holds: `{subject, preheader, body, format}`. @throws {Trouble} */
export async function letterIn(file) {
  const extension = file.name.toLowerCase().split(".").pop();
  if (!KNOWN.includes(extension)) throw new Trouble("unknown-format");
  const base64 = await encoded(file);
  const answer = await check({ file_base64: base64, file_name: file.name }, { parts: true });
  const parts = new Map(answer.parts.map((part) => [part.path, part.text]));
  if (extension === "eml") return mailIn(parts);
  if (extension === "docx") return { subject: "", preheader: "", body: paragraphsOf(answer.parts), format: "text" };
  const text = parts.get("") ?? answer.parts.map((part) => part.text).join("\n\n");
  return { subject: "", preheader: "", body: text, format: FORMATS[extension] ?? "text" };
}

/** The subject and the body that most people see: HTML when the letter brings it, plain text otherwise. */
function mailIn(parts) {
  const headers = parts.get("headers") ?? "";
  const subject = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(headers)?.[1] ?? "";
  const named = (start) => [...parts].find(([path]) => path.startsWith(start))?.[1];
  const html = named("text/html");
  const text = named("text/plain") ?? [...parts].find(([path]) => path !== "headers")?.[1] ?? "";
  return {
    subject: subject.replace(/\s+/g, " ").trim(),
    preheader: "",
    body: (html ?? text).replace(/\r\n/g, "\n").trimEnd(),
    format: html ? "html" : "text",
  };
}

/** A Word document as plain text: the server tells it a paragraph a line, and here an empty line stands between them. */
function paragraphsOf(parts) {
  return parts.map((part) => part.text).join("\n").split(/\s*\n\s*/).filter(Boolean).join("\n\n");
}

async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
