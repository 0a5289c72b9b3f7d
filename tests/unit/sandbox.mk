# Unit tests of src/sandbox.
