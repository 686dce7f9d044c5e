-- Run inside a real Neovim: `nvim --headless -u NONE -S tests/lsp/neovim.lua`. The file LETTER is opened with the server
-- that SETTINGS (editors/neovim.lua) describes; what Neovim knows of it is written to TOLD as JSON.
local settings = dofile(vim.env.SETTINGS)
settings.name = "tonelint"
settings.root_dir = vim.fn.fnamemodify(vim.env.LETTER, ":h")
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.LETTER))
local buffer = vim.api.nvim_get_current_buf()
if vim.lsp.start then
  vim.lsp.start(settings)
else -- before 0.8
  vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(settings))
end

local told = { version = tostring(vim.version().major) .. "." .. tostring(vim.version().minor) }
local arrived = vim.wait(60000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
told.arrived = arrived
told.diagnostics = {}
for _, one in ipairs(vim.diagnostic.get(buffer)) do
  local words = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1] or ""
  table.insert(told.diagnostics, {
    code = one.code or one.user_data.lsp.code,
    source = one.source,
    line = one.lnum + 1,
    words = words:sub(one.col + 1, one.end_col),
    message = one.message,
  })
end

local first = vim.diagnostic.get(buffer)[1]
if first then
  local function ask(method, more)
    local params = vim.tbl_extend("force", { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, more)
    for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}) do
      return answer.result
    end
  end
  local line = vim.api.nvim_buf_get_lines(buffer, first.lnum, first.lnum + 1, false)[1]
  local _, start = vim.str_utfindex(line, first.col) -- UTF-16, as the protocol counts
  local _, stop = vim.str_utfindex(line, first.end_col)
  local range = {
    start = { line = first.lnum, character = start },
    ["end"] = { line = first.end_lnum, character = stop },
  }
  local hover = ask("textDocument/hover", { position = range.start })
  told.hover = hover and hover.contents.value
  local context = { diagnostics = {}, only = { "source.fixAll.tonelint" } }
  local actions = ask("textDocument/codeAction", { range = range, context = context })
  if actions and actions[1] then
    local before = #vim.diagnostic.get(buffer)
    vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
    told.fixed = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
    -- Neovim sends the change, and the server answers with fewer underlines.
    told.fewer = vim.wait(60000, function() return #vim.diagnostic.get(buffer) < before end, 20)
  end
end
vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.TOLD)
vim.cmd("qall!")
