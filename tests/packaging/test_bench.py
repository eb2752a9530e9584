# SPDX-License-Identifier: MIT
"""The benchmarks in a folder of their own beside the frozen program, and the profiles they leave."""

import ast
import cProfile
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from perf import bench, imports, mappings, profile_text
from perf.figures import Target, figure
from perf.itself import PROFILE, STORES, program, script, stores
from perf.thread_times import ThreadTimes
from release import freeze

ROOT = Path(__file__).resolve().parents[2]
PERF = ROOT / "tests" / "perf"
SPEC = ast.parse((ROOT / "packaging" / "freeze" / "hkwatch.spec").read_text("utf-8"))
ONLY_BENCH = {"bench", "imports", "profiler", "measuring", "measuring_archive"}
FROZEN = sorted(file for file in PERF.glob("*.py") if file.stem != "faulty_hour")
"""That one draws a picture out of the tests' own parts."""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def folders() -> dict[str, tuple[ast.Call, set[str]]]:
    """The folders the specification collects: the call and the names it uses."""
    found = {}
    for node in ast.walk(SPEC):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "COLLECT":
            (name,) = [keyword.value for keyword in node.keywords if keyword.arg == "name"]
            assert isinstance(name, ast.Constant)
            found[name.value] = (node, {one.id for one in ast.walk(node) if isinstance(one, ast.Name)})
    return found


def busy_in_a_thread() -> None:
    sum(number * number for number in range(20_000))


def test_the_folder_users_get_holds_no_benchmarks() -> None:
    _, used = folders()["hkwatch"]
    assert used & ONLY_BENCH == set()


def test_the_folder_that_is_measured_holds_the_same_program_and_files_as_that_of_users() -> None:
    call, used = folders()["hkwatch-bench"]
    theirs = [ast.unparse(argument) for argument in folders()["hkwatch"][0].args]
    assert theirs == ["*programs", "analysis.binaries", "analysis.datas"]
    assert [one for one in map(ast.unparse, call.args) if one in theirs] == theirs
    assert {"bench", "imports"} <= used


def test_the_measured_folder_is_made_only_when_it_is_asked_for() -> None:
    (condition,) = [node for node in SPEC.body if isinstance(node, ast.If) and ast.unparse(node.test) == "WITH_BENCH"]
    assert folders()["hkwatch-bench"][0] in list(ast.walk(condition))
    out = Path("anywhere")
    assert "--bench" not in freeze.command_of(out, bench=False)
    asked = freeze.command_of(out, bench=True)
    assert asked[asked.index(str(freeze.SPEC)) + 1 :] == ["--", "--bench"]
    assert asked[: -len(["--", "--bench"])] == freeze.command_of(out, bench=False)


@pytest.mark.parametrize("file", FROZEN, ids=lambda file: file.stem)
def test_what_is_frozen_for_measuring_wants_nothing_the_program_lacks(file: Path) -> None:
    wanted = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            wanted.add(node.module or "")
    own = {name for name in wanted if name.partition(".")[0] not in sys.stdlib_module_names}
    assert [name for name in own if not re.match(r"(hkwatch|perf|PySide6\.Qt(Core|Gui|Widgets))\b", name)] == []


def test_each_measurement_is_a_module_that_can_be_frozen() -> None:
    assert {name.removeprefix("perf.") for name in bench.NAMES.values()} <= {file.stem for file in FROZEN}


def test_without_a_measured_folder_bench_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hkwatch").touch()
    assert bench.main(["--package", str(tmp_path), "quit"]) == 2
    assert "run.py package freeze --bench" in capsys.readouterr().out


def test_a_package_is_named_with_what_is_newer_than_it(tmp_path: Path) -> None:
    program_file = tmp_path / "hkwatch-bench"
    program_file.touch()
    assert bench.frozen(tmp_path) == program_file
    os.utime(program_file, (0, 0))
    assert re.search(r"built 19(69|70)-.*; \d+ files of the sources are newer", bench.measured(tmp_path))
    os.utime(program_file, (4e9, 4e9))
    assert "newer" not in bench.measured(tmp_path)
    assert bench.measured(None).startswith("from source")


def test_package_without_a_folder_is_the_one_that_package_freeze_makes() -> None:
    assert bench.parser().parse_args(["--package"]).package == ROOT / "dist" / "hkwatch-bench"
    assert bench.parser().parse_args([]).package is None


def test_a_process_beside_a_measurement_starts_from_source() -> None:
    done = subprocess.run(script("silent"), input=b"", capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert program()[1:] == ["-m", "hkwatch"]


def test_all_runs_of_a_checkout_share_their_databases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(STORES, raising=False)
    assert bench.surroundings()[STORES] == str(stores())
    monkeypatch.setenv(STORES, str(tmp_path))
    assert stores() == tmp_path


def test_the_profile_of_a_missed_row_names_the_functions_of_every_thread(tmp_path: Path) -> None:
    times = ThreadTimes()
    times.start()
    thread = threading.Thread(target=busy_in_a_thread)
    thread.start()
    thread.join()
    times.stop(tmp_path / "search-measuring.prof")
    (tmp_path / "search-imports.txt").write_text("Imports of a start")
    missed = figure("slow", "s", [3.0], [Target("median", 1.0)], notes=("why",))
    met = figure("quick", "s", [0.5], [Target("median", 1.0)])
    file = profile_text.write(tmp_path, "search", [missed, met])
    text = file.read_text("utf-8")
    assert file == tmp_path / "search.txt"
    assert "slow: not met: median by 2 s" in text
    assert "quick" not in text
    assert "busy_in_a_thread" in text
    assert re.search(r"^Measuring process: \d+\.\d+ s of processor time", text, re.M)
    assert "Imports of a start" in text


def test_a_run_that_left_no_profile_says_so(tmp_path: Path) -> None:
    text = profile_text.write(tmp_path, "quit", [], "code 1: no display").read_text("utf-8")
    assert "code 1: no display" in text


def test_functions_are_named_by_their_file_without_the_way_to_it(tmp_path: Path) -> None:
    profile = cProfile.Profile()
    profile.runcall(busy_in_a_thread)
    profile.dump_stats(tmp_path / "one.prof")
    text = profile_text.times_of(tmp_path / "one.prof", "engine")
    assert re.search(r"  packaging/test_bench\.py:\d+ busy_in_a_thread$", text, re.M)


def test_imports_are_summed_by_package_and_by_layer() -> None:
    said = "\n".join(
        (
            "import time: self [us] | cumulative | imported package",
            "import time:      1500 |       1500 |   hkwatch.ui.rail",
            "import time:      2500 |       4000 | hkwatch.ui.shell",
            "import time:      1000 |       1000 | hkwatch.domain.hkt",
            "import time:       500 |        500 | PySide6.QtCore",
            "something else on stderr",
        )
    )
    lines = imports.text_of(said).splitlines()
    assert lines[0] == "Imports of a start, 6 ms in 4 modules"
    assert [line.split() for line in lines[2:5]] == [
        ["4.0", "2", "hkwatch.ui"],
        ["1.0", "1", "hkwatch.domain"],
        ["0.5", "1", "PySide6"],
    ]


@LINUX
def test_the_groups_of_a_process_memory_add_up_to_all_of_it() -> None:
    text = mappings.text_of(os.getpid())
    groups, _, files = text.partition("\n\n")
    *parts, total = [int(line.split()[0].replace(",", "")) for line in groups.splitlines()[1:]]
    assert sum(parts) == total > 10_000
    assert "Python" in groups
    assert "file" in files


@LINUX
def test_what_processes_hold_together_is_no_less_than_what_is_theirs_alone_and_their_share_of_files() -> None:
    mine = os.getpid()
    whole, anonymous = mappings.whole_mb([mine]), mappings.anonymous_mb(mine)
    assert whole > anonymous > 1
    assert whole > 0.99 * mappings.pss_mb(mine)
    # Files count once, however many processes have them.
    assert mappings.whole_mb([mine, mine]) < 2 * whole


def test_who_measures_memory_has_no_qt_whose_files_would_count_half_then() -> None:
    script = "import sys, perf.memory; print('PySide6' in sys.modules)"
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "tests"), str(ROOT / "src")))}
    done = subprocess.run([sys.executable, "-c", script], env=surroundings, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_nothing_is_profiled_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(PROFILE, raising=False)
    mappings.leave_profile({"window": os.getpid()})
    imports.leave_profile("")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv(PROFILE, str(tmp_path / "start"))
    imports.leave_profile("")
    assert [file.name for file in tmp_path.iterdir()] == ["start-imports.txt"]
