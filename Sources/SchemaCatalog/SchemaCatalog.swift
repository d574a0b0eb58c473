// SchemaCatalog
