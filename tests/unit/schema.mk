# Unit tests of src/schema.
