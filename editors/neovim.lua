-- tonelint in Neovim 0.11 or newer: save as ~/.config/nvim/lsp/tonelint.lua, then vim.lsp.enable("tonelint").
-- A quick fix is vim.lsp.buf.code_action(); the measures above a letter are vim.lsp.codelens.refresh().
return {
  cmd = { "tonelint", "lsp" },
  filetypes = { "markdown", "html", "text", "mail", "mjml", "handlebars", "liquid", "jinja", "htmldjango" },
  root_markers = { "tonelint.toml", "pyproject.toml", ".git" },
  init_options = { debounce = 0.15, measures = true },
}
