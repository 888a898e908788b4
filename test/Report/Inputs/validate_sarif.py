"""usage: validate_sarif.py SCHEMA FILE...

Checks each FILE against the JSON schema in SCHEMA.
"""

import json
import sys

import jsonschema


def load(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)


schema = load(sys.argv[1])
validator = jsonschema.validators.validator_for(schema)(schema)
errors = [f"{name}: {error.json_path}: {error.message}"
          for name in sys.argv[2:]
          for error in validator.iter_errors(load(name))]
print("\n".join(errors), file=sys.stderr)
sys.exit(1 if errors or len(sys.argv) < 3 else 0)
