#!/usr/bin/env python3
"""The tasks of a plan on Spark's executors; then, where this runs, what is to be done once all are.

    spark-submit scripts/spark/tasks.py PLAN [--bin DIR] [--model FILE]

All executors see PLAN's folder, the inputs and the programs under the same names. What passes through Spark is
nothing but numbers: a task reads and writes files, works on one core (spark.task.cpus), and ends at once if it
is done. So it may be tried again (spark.task.maxFailures), and twice at once (spark.speculation).

Tried with PySpark 3.5.1, local[2,3], with a task that was killed, and with one that always fails. Not tried: a
cluster.
"""
import argparse
import itertools
import os
import shlex
import subprocess

from pyspark import SparkContext

HERE = os.path.dirname(os.path.abspath(__file__))


def count_tasks(plan):
    """They stand a line each, before the inputs, which may be very many."""
    with open(plan, encoding="utf-8") as lines:
        head = itertools.takewhile(lambda line: not line.startswith('"inputs"'), lines)
        return sum(line.startswith('{"task"') for line in head)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("plan", type=os.path.abspath)
    parser.add_argument("--bin", type=os.path.abspath, default=os.path.join(HERE, "..", "..", "build", "bin"))
    parser.add_argument("--model", type=os.path.abspath, help="templates that all tasks use")
    given = parser.parse_args()
    sito = os.path.join(os.path.abspath(given.bin), "sito")

    task = [sito, "task", "--jobs", "1", *(["--model", given.model] if given.model else []), given.plan]
    count = count_tasks(given.plan)
    context = SparkContext(appName="sito task")
    # A partition is a task. Without checkCode one that failed would look like one that wrote nothing.
    numbers = context.parallelize(range(count), count)
    numbers.pipe(shlex.join(["xargs", "--max-args=1", *task]), checkCode=True).count()
    context.stop()
    subprocess.run([sito, "finish", given.plan], check=True)


if __name__ == "__main__":
    main()
