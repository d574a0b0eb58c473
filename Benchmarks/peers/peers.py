#!/usr/bin/env python3
"""The same projects of PSPLIB by prodops, OR-Tools CP-SAT and TaskJuggler, side by side.

usage: peers.py FOLDER PRODOPS_BENCH [SECONDS]

What is not installed is named, and the others go on. CP-SAT (pip install ortools) gets SECONDS per project, 10 where
none are given, and two workers; TaskJuggler (apt-get install tj3) its default rule, which may interrupt work: an
advantage to it.
"""

import csv
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def sample(folder):
    """Ten projects of j30 and j60, five of j120, spread over the parameter groups."""
    with open(folder / "best_known.csv", newline="") as table:
        best = {row["instance"]: int(row["best_known_or_optimal"]) for row in csv.DictReader(table)}
    chosen = {}
    for name, groups, step in (("j30", 48, 5), ("j60", 48, 5), ("j120", 30, 6)):
        names = [f"{name}{group}_{1 + group % 10}" for group in range(1, groups + 1, step)]
        chosen[name] = [(each, best[each]) for each in names if (folder / name / f"{each}.sm").exists()]
    return chosen


def read(path):
    """Durations, successors, demands and capacities of a project."""
    text = path.read_text()

    def rows(heading, skipped):
        body = text.split(heading, 1)[1].splitlines()[1 + skipped :]
        found = []
        for line in body:
            if line.startswith("*"):
                break
            found.append([int(word) for word in line.split()])
        return found

    successors = [[job - 1 for job in row[3:]] for row in rows("PRECEDENCE RELATIONS", 1)]
    requests = rows("REQUESTS/DURATIONS", 2)
    capacities = rows("RESOURCEAVAILABILITIES", 1)[0]
    return [row[2] for row in requests], successors, [row[3:] for row in requests], capacities


def is_schedule(project, starts):
    """Whether starts keep to precedence and capacities."""
    durations, successors, demands, capacities = project
    for job, after in enumerate(successors):
        if any(starts[next_job] < starts[job] + durations[job] for next_job in after):
            return False
    for day in range(max(start + length for start, length in zip(starts, durations))):
        running = [job for job in range(len(starts)) if starts[job] <= day < starts[job] + durations[job]]
        if any(sum(demands[job][kind] for job in running) > most for kind, most in enumerate(capacities)):
            return False
    return True


def cp_sat(project, seconds):
    from ortools.sat.python import cp_model

    durations, successors, demands, capacities = project
    model = cp_model.CpModel()
    horizon = sum(durations)
    starts = [model.new_int_var(0, horizon, "") for _ in durations]
    spans = [model.new_fixed_size_interval_var(start, length, "") for start, length in zip(starts, durations)]
    for job, after in enumerate(successors):
        for next_job in after:
            model.add(starts[next_job] >= starts[job] + durations[job])
    for kind, most in enumerate(capacities):
        used = [job for job in range(len(durations)) if demands[job][kind] > 0 and durations[job] > 0]
        model.add_cumulative([spans[job] for job in used], [demands[job][kind] for job in used], most)
    model.minimize(starts[-1])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.parameters.random_seed = 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    found = [solver.value(start) for start in starts]
    return found[-1] if is_schedule(project, found) else None


def task_juggler(project, folder):
    """The project in TaskJuggler's language, a period being an hour; the makespan that it reports."""
    durations, successors, demands, capacities = project
    lines = [
        'project p "p" 2000-01-01-00:00 +400d {',
        '  timezone "Africa/Abidjan"  timingresolution 60min  dailyworkinghours 24  timeformat "%s"',
        "  workinghours mon, tue, wed, thu, fri, sat, sun 0:00 - 24:00",
        "}",
    ]
    for kind, most in enumerate(capacities):
        lines += [f'resource r{kind}_{unit} "r"' for unit in range(most)]
    before = [[] for _ in durations]
    for job, after in enumerate(successors):
        for next_job in after:
            before[next_job].append(job)
    for job, length in enumerate(durations):
        lines.append(f'task t{job} "{job}" {{')
        if before[job]:
            lines.append("  depends " + ", ".join(f"!t{first}" for first in before[job]))
        units = sum(demands[job])
        if length and units:
            lines.append(f"  effort {length * units}h")
            for kind, most in enumerate(capacities):
                names = [f"r{kind}_{unit}" for unit in range(most)]
                for turn in range(demands[job][kind]):
                    # Each turn begins its list elsewhere, so that no two take the same unit.
                    turned = names[turn:] + names[:turn]
                    others = ", ".join(turned[1:])
                    choice = f" {{ alternative {others} select order persistent mandatory }}" if others else ""
                    lines.append(f"  allocate {turned[0]}{choice}")
        elif length:
            lines.append(f"  duration {length}h")
        else:
            lines.append("  milestone")
        if not before[job]:
            lines.append("  start 2000-01-01-00:00")
        lines.append("}")
    lines.append('taskreport "out" { formats csv  columns name, end  timeformat "%s" }')
    path = pathlib.Path(folder) / "p.tjp"
    path.write_text("\n".join(lines))
    run = subprocess.run(
        ["tj3", "--silent", "-o", folder, str(path)], capture_output=True, text=True, timeout=120)
    report = pathlib.Path(folder) / "out.csv"
    if run.returncode != 0 or not report.exists():
        raise RuntimeError((run.stderr or run.stdout).strip().splitlines()[0][:200])
    ends = [int(number) for number in re.findall(r';"?(\d{9,})', report.read_text())]
    return (max(ends) - 946684800) // 3600


def table(name, chosen, make):
    for group, projects in chosen.items():
        gaps, spent, failed = [], [], 0
        for project, best in projects:
            start = time.monotonic()
            try:
                makespan, seconds = make(group, project)
            except (RuntimeError, subprocess.SubprocessError) as problem:
                failed += 1
                print(f"  {project}: {problem}", file=sys.stderr)
                continue
            spent.append(time.monotonic() - start if seconds is None else seconds)
            if makespan is None:
                failed += 1
            else:
                gaps.append(100 * (makespan - best) / best)
        mean = f"{sum(gaps) / len(gaps):6.2f} % (worst {max(gaps):.1f})" if gaps else "     -"
        cost = f"{1000 * sum(spent) / len(spent):9.1f} ms" if spent else ""
        print(f"{name:28}{group:6}{len(gaps):3} projects{mean:>24}{cost}" + (f"  {failed} failed" if failed else ""))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder, bench = pathlib.Path(sys.argv[1]), sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 10
    chosen = sample(folder)
    if not any(chosen.values()):
        sys.exit(f"{folder} holds no projects: name the folder of PSPLIB, PSPLIB=path")
    print("above the best known, in the mean; time per project")
    names = ",".join(project for projects in chosen.values() for project, _ in projects)
    for budget in (1000, 5000):
        run = subprocess.run(
            [bench, "psplib", str(folder), "--only", names, "--budget", str(budget)],
            capture_output=True, text=True, check=True)
        ours = {row[0]: (int(row[1]), float(row[2])) for row in csv.reader(run.stdout.splitlines())}
        table(f"prodops, {budget} schedules", chosen, lambda _, project: ours[project])
    try:
        import ortools

        table(
            f"OR-Tools {ortools.__version__}, {seconds:g} s", chosen,
            lambda group, project: (cp_sat(read(folder / group / f"{project}.sm"), seconds), None))
    except ImportError:
        print("OR-Tools is not installed: pip install ortools")
    if shutil.which("tj3"):
        def juggle(group, project):
            with tempfile.TemporaryDirectory() as scratch:
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                makespan = task_juggler(read(folder / group / f"{project}.sm"), scratch)
                now = resource.getrusage(resource.RUSAGE_CHILDREN)
                return makespan, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime

        table("TaskJuggler, default rule", chosen, juggle)
    else:
        print("TaskJuggler is not installed: apt-get install tj3")


if __name__ == "__main__":
    main()
