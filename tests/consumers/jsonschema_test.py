"""python3-jsonschema: every line is what --schema jsonschema says, and nothing else is.

    jsonschema_test.py FOLDER     what `prepare` wrote
"""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker

from records import VIEWS, Checks, records

folder = pathlib.Path(sys.argv[1])
checks = Checks()


def objects(value, path=()):
    """The paths to all objects within a line."""
    if isinstance(value, dict):
        yield path
        for name, member in value.items():
            yield from objects(member, (*path, name))
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from objects(element, (*path, index))


def changed(line, path, change):
    """A copy of the line, its object at `path` changed."""
    line = copy.deepcopy(line)
    place = line
    for step in path:
        place = place[step]
    change(place)
    return line


def own_objects(line, schema):
    """The paths to the objects that the schema describes; what is foreign may be anything."""
    return [path for path in objects(line) if not path or path[0] in schema["properties"]]


def check_refusals(name, validator, line, may_have_more):
    for path in own_objects(line, validator.schema):
        place = line
        for step in path:
            place = place[step]
        for field in [name for name in place if path or name in validator.schema["properties"]]:
            less = changed(line, path, lambda at: at.pop(field))
            checks.true(f"{name}: refuses {path} without {field}", not validator.is_valid(less))
        wrong = changed(line, path, lambda at: at.update({next(iter(at)): [{}]}))
        checks.true(f"{name}: refuses {path} with a list for a value", not validator.is_valid(wrong))
        more = changed(line, path, lambda at: at.update(foreign=1))
        checks.equal(f"{name}: one more field in {path}", validator.is_valid(more), may_have_more)


def richest(lines):
    """The line with most objects in it, so that each kind of object is there."""
    return max(lines, key=lambda line: sum(1 for _ in objects(line)))


for view in VIEWS:
    for name in (view, f"{view}.some", f"{view}.foreign"):
        schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        checks.equal(f"{name}: draft", schema["$schema"], Draft202012Validator.META_SCHEMA["$id"])
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        lines = records(folder, name)
        for number, line in enumerate(lines, 1):
            problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(line)]
            checks.equal(f"{name}.jsonl: line {number}", problems, [])
        check_refusals(name, validator, richest(lines), name.endswith(".foreign"))
        if "created" in schema["properties"]:
            bad = {**lines[0], "created": "2024-13-01"}
            checks.true(f"{name}: refuses a month 13", not validator.is_valid(bad))
checks.end()
