// Taking the result along: to the clipboard, or as a file in the downloads.

/** @returns whether the text is on the clipboard now */
export async function copied(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
}

/** Saves a blob under a name. */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Data as a JSON file. */
export const json = (data) => new Blob([JSON.stringify(data, null, 2), "\n"], { type: "application/json" });
