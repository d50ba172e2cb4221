"""Run every benchmark and keep its rows as CSV under `benchmarks/results/`."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run the benchmarks one after the other; the first that misses its promise decides the exit code."""
    code = 0
    for script in sorted(HERE.glob("*.py")):
        if script.name != Path(__file__).name:
            print(f"== {script.stem}")
            code = code or subprocess.run([sys.executable, str(script)], check=False).returncode
    return code


if __name__ == "__main__":
    sys.exit(main())
