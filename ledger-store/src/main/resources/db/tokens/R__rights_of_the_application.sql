GRANT SELECT, INSERT, UPDATE, DELETE ON token_entry TO "${applicationRole}";
