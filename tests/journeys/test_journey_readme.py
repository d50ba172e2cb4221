"""What the README shows is what is printed."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_answer_in_the_readme_is_the_one_that_make_run_prints(run):
    shown = (ROOT / "README.md").read_text().split("```")[1]
    printed = run("why", ROOT / "examples" / "dana.csv").stdout
    assert shown.strip("\n") == printed.strip("\n")
